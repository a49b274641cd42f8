package org.sunlit.waybill;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.ClientCases;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Regions;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.waybill.rules.Direction;
import org.sunlit.waybill.rules.Passage;
import org.sunlit.waybill.rules.Side;

/**
 * Sends paper between halls and signs for it (收受分离: 收件地收件, 办理地办理). Each end does its own part;
 * whoever sent something can't sign for it.
 */
@ApplicationScoped
public class Waybills {
  /**
   * What is sent.
   *
   * @param carrier who carries it 快递、机要、专人
   * @param number the waybill's number, letters and digits
   * @param materials codes of the materials that travel; empty for a result
   * @param expectedOn the day it should be there; null for the usual one
   */
  public record Draft(
      Direction direction,
      String carrier,
      String number,
      List<String> materials,
      LocalDate expectedOn) {
    public Draft {
      carrier = carrier.strip();
      number = number.strip().toUpperCase(Locale.ROOT);
      materials = List.copyOf(materials);
    }
  }

  /** A waybill with the end at which who looks at it is. */
  record Seen(Waybill waybill, Side side) {}

  private final WaybillStore store;
  private final ClientCases cases;
  private final Idempotency idempotency;
  private final CalendarService calendars;
  private final Clock clock;

  Waybills(
      WaybillStore store,
      ClientCases cases,
      Idempotency idempotency,
      CalendarService calendars,
      Clock clock) {
    this.store = store;
    this.cases = cases;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  /** Those of a case that somebody may read, the latest first. */
  Uni<List<Seen>> ofCase(String typedNumber, Actor actor) {
    return cases
        .readable(typedNumber, actor)
        .chain(store::ofCase)
        .map(all -> all.stream().map(one -> seen(one, actor)).toList());
  }

  /** Those under way that concern somebody, what is due first. */
  Uni<List<Seen>> open(Actor actor) {
    return store.open(actor).map(all -> all.stream().map(one -> seen(one, actor)).toList());
  }

  /**
   * Records that paper was sent.
   *
   * @return the waybill's id; fails with 403 for whoever isn't at the end that sends, 409 for a
   *     case that was handed in where it is decided, or a number that there is already
   */
  public Uni<UUID> send(String typedNumber, Draft draft, Actor actor, String idempotencyKey) {
    return cases
        .readable(typedNumber, actor)
        .chain(
            number ->
                ends(number)
                    .invoke(ends -> needEnd(ends, draft.direction().from(), actor))
                    .chain(() -> store.materials(number))
                    .map(known -> sent(number, draft, known))
                    .chain(sent -> once(sent, draft, actor, idempotencyKey)));
  }

  /** Signs for one: fails with 403 for whoever isn't where it was sent. */
  public Uni<UUID> receive(String typedNumber, UUID id, int seen, Actor actor) {
    return found(typedNumber, id, actor)
        .invoke(
            one -> {
              if (one.waybill().received() != null) {
                throw Problem.of(ProblemType.CONFLICT).detail("waybill.received-already");
              }
              if (!one.waybill().passage().receivable(one.side())) {
                throw Problem.of(ProblemType.FORBIDDEN).detail("waybill.not-here");
              }
            })
        .chain(one -> store.receive(id, seen, actor.accountId(), clock.instant()))
        .replaceWith(id);
  }

  /** Says that one is lost. */
  public Uni<UUID> miss(String typedNumber, UUID id, int seen, Actor actor) {
    return found(typedNumber, id, actor)
        .invoke(
            one -> {
              if (!one.waybill().passage().losable()) {
                throw Problem.of(ProblemType.CONFLICT).detail("waybill.settled");
              }
            })
        .chain(one -> store.miss(id, seen, actor.accountId(), clock.instant()))
        .replaceWith(id);
  }

  /** One of a case that somebody may read. */
  Uni<Seen> found(String typedNumber, UUID id, Actor actor) {
    return cases
        .readable(typedNumber, actor)
        .chain(number -> store.find(number, id))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(one -> seen(one, actor));
  }

  private Uni<UUID> once(WaybillStore.Sent sent, Draft draft, Actor actor, String idempotencyKey) {
    return idempotency
        .once(
            "sendWaybill " + sent.caseNumber(),
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(draft),
            session ->
                store
                    .insert(session, sent, actor.accountId(), clock.instant())
                    .replaceWith(new Reply(201, sent.id().toString())))
        .onFailure(Waybills::numberTaken)
        .transform(taken -> Problem.of(ProblemType.CONFLICT).detail("waybill.number-taken"))
        .map(reply -> UUID.fromString(reply.body()));
  }

  private WaybillStore.Sent sent(String caseNumber, Draft draft, List<String> known) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (draft.carrier().isEmpty()) {
      throw wrong.at("/carrier", "field.not-blank");
    }
    boolean materials = draft.direction() == Direction.MATERIALS;
    if (materials == draft.materials().isEmpty()) {
      throw wrong.at("/materials", materials ? "waybill.which-materials" : "waybill.no-materials");
    }
    if (!known.containsAll(draft.materials())) {
      throw wrong.at("/materials", "waybill.unknown-material");
    }
    LocalDate expected =
        draft.expectedOn() == null
            ? calendars.current().plusWorkingDays(today(), Passage.USUAL_DAYS)
            : draft.expectedOn();
    if (draft.expectedOn() != null && !Passage.canBeExpected(expected, today())) {
      throw wrong.at("/expectedOn", "waybill.expected", Passage.MOST_DAYS);
    }
    return new WaybillStore.Sent(
        UUID.randomUUID(),
        caseNumber,
        draft.direction(),
        draft.carrier(),
        draft.number(),
        draft.materials().stream().distinct().toList(),
        expected);
  }

  private Uni<Waybill.Ends> ends(String caseNumber) {
    return store
        .ends(caseNumber)
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(ProblemType.CONFLICT).detail("waybill.nothing-to-send")));
  }

  private static void needEnd(Waybill.Ends ends, Side side, Actor actor) {
    if (sideOf(ends, actor) != side) {
      throw Problem.of(ProblemType.FORBIDDEN).detail("waybill.not-here");
    }
  }

  private static Seen seen(Waybill waybill, Actor actor) {
    return new Seen(waybill, sideOf(waybill.ends(), actor));
  }

  /**
   * Whoever works where it was taken in is at that end; all others who see the case at the other.
   */
  private static Side sideOf(Waybill.Ends ends, Actor actor) {
    boolean counter =
        actor.heldPosts().stream()
            .filter(post -> post.regionCode() != null)
            .anyMatch(
                post ->
                    ends.counterKind().equals("cityHall")
                        ? post.code().equals(Reach.HALL_POST)
                            && post.regionCode().equals(ends.counterRegion())
                        : Reach.LOCAL_POSTS.contains(post.code())
                            && Regions.within(ends.counterRegion(), post.regionCode()));
    return counter ? Side.COUNTER : Side.HOME;
  }

  private static boolean numberTaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains("waybill_number_once")) {
        return true;
      }
    }
    return false;
  }
}
