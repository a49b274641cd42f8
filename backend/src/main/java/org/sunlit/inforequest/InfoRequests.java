package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.inforequest.rules.ApplicantKind;
import org.sunlit.inforequest.rules.OwnAction;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.inforequest.rules.RequestChannel;
import org.sunlit.inforequest.rules.RequestClock;
import org.sunlit.inforequest.rules.RequestRules;
import org.sunlit.inforequest.rules.RequestStanding;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The applicant's side: filing a request, supplementing it, taking it back, having the answer
 * looked at again. Number and tracking code are told once.
 */
@ApplicationScoped
public class InfoRequests {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A letter that lay longer isn't entered as received on that day without being asked about. */
  private static final int LONGEST_LAIN_DAYS = 60;

  /**
   * What somebody asks for.
   *
   * @param identityNumber of a person or an organisation
   * @param contact and phone, email, address may be null; one of the last three is needed
   */
  public record Asked(
      String department,
      ApplicantKind applicantKind,
      String name,
      String identityNumber,
      String contact,
      String phone,
      String email,
      String address,
      String title,
      String description,
      String form,
      String way,
      boolean suggestsPublication) {
    private Content content(String account) {
      return new Content(
          name.strip(),
          identityNumber.strip(),
          contact,
          phone,
          email,
          address,
          title.strip(),
          description.strip(),
          form,
          way,
          account);
    }
  }

  /**
   * How it came.
   *
   * @param receivedOn 收到申请之日 of what a clerk enters (art. 31); null for what comes by web
   */
  public record Arrival(RequestChannel channel, LocalDate receivedOn) {
    /** By web: number and code confirm it to both at once (art. 31(3)). */
    public static final Arrival WEB = new Arrival(RequestChannel.WEB, null);
  }

  /** What the applicant is told, once. */
  public record Receipt(String number, String trackingCode, Instant receivedAt, Instant answerBy) {}

  /** What the applicant shows: a request by number and code. */
  public record Keys(Address from, String number, String code) {}

  private final RequestStore store;
  private final RequestWriter writer;
  private final RequestChecks checks;
  private final RequestCodes codes;
  private final CalendarService calendars;
  private final Vault vault;
  private final Idempotency idempotency;
  private final Clock clock;

  InfoRequests(
      RequestStore store,
      RequestWriter writer,
      RequestChecks checks,
      RequestCodes codes,
      CalendarService calendars,
      Vault vault,
      Idempotency idempotency,
      Clock clock) {
    this.store = store;
    this.writer = writer;
    this.checks = checks;
    this.codes = codes;
    this.calendars = calendars;
    this.vault = vault;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * Takes in a request by web.
   *
   * @param applicant a guest, or whoever is signed in and told in their inbox
   * @return fails with 422 for what is missing or wrong
   */
  public Uni<Receipt> file(Asked asked, Actor applicant, String idempotencyKey) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return checks
        .check(asked, today, "")
        .chain(() -> once(asked, Arrival.WEB, applicant, null, idempotencyKey));
  }

  /**
   * Enters what came otherwise, to the clerk's own department.
   *
   * @return fails with 422 for what is missing, wrong or not the clerk's
   */
  public Uni<Receipt> enter(Asked asked, Arrival arrival, Actor clerk, String idempotencyKey) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    LocalDate received = arrival.receivedOn();
    if (received.isAfter(today) || received.isBefore(today.minusDays(LONGEST_LAIN_DAYS))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/receivedOn", "inforequest.received-on");
    }
    if (!asked.department().equals(clerk.departmentCode())) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/request/department", "inforequest.own-department");
    }
    return checks
        .check(asked, today, "/request")
        .chain(() -> once(asked, arrival, Actor.GUEST, clerk.accountId(), idempotencyKey));
  }

  private Uni<Receipt> once(
      Asked asked, Arrival arrival, Actor applicant, String clerk, String idempotencyKey) {
    String who = clerk == null ? applicant.accountId() : clerk;
    return idempotency
        .once(
            "fileInfoRequest",
            who == null ? "guest" : who,
            idempotencyKey,
            StoredJson.bytes(List.of(asked, arrival)),
            session ->
                store
                    .running(session)
                    .chain(
                        running ->
                            receive(session, asked, arrival, applicant.accountId(), clerk, running))
                    .map(receipt -> new Reply(201, StoredJson.write(receipt))))
        .map(reply -> StoredJson.read(reply.body(), Receipt.class));
  }

  private Uni<Receipt> receive(
      Mutiny.Session session,
      Asked asked,
      Arrival arrival,
      String applicant,
      String clerk,
      long running) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    String number = "GK%s-%06d".formatted(today.toString().replace("-", ""), running);
    String code = TrackingCodes.random(RANDOM);
    RequestAct.Received received =
        new RequestAct.Received(
            now, clerk, arrival.channel(), asked.department(), receivedAt(arrival, now, today));
    RequestStanding standing = RequestStanding.of(List.of(received));
    Instant answerBy =
        RequestClock.answer(standing, calendars.current()).dueAt().orElseThrow().toInstant();
    return vault
        .keep(session, RequestRecord.SUBJECT + number)
        .call(
            key ->
                writer.receive(session, born(asked, number, code, applicant, received, key), key))
        .replaceWith(
            new Receipt(number, TrackingCodes.shown(code), received.receivedAt(), answerBy));
  }

  /** The day doesn't count itself, so the beginning of it says as much as any moment. */
  private static Instant receivedAt(Arrival arrival, Instant now, LocalDate today) {
    LocalDate day = arrival.receivedOn();
    return day == null || day.equals(today) ? now : CityTime.startOf(day).toInstant();
  }

  private RequestRecord born(
      Asked asked, String number, String code, String applicant, RequestAct received, DataKey key) {
    return new RequestRecord(
        UUID.randomUUID(),
        number,
        codes.hash(number, code),
        asked.content(applicant).seal(key),
        asked.applicantKind(),
        asked.suggestsPublication(),
        List.of(received));
  }

  /**
   * Does what the applicant can do about their request.
   *
   * @return fails with 404 for whoever doesn't hold its code, 409 when it can't be done now
   */
  public Uni<Void> act(Keys keys, OwnAction action, String words, String idempotencyKey) {
    if (words.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words", "field.not-blank");
    }
    String number = codes.mayTry(keys.from(), keys.number());
    return idempotency
        .once(
            "own " + action.code() + " " + number,
            "guest",
            idempotencyKey,
            StoredJson.bytes(List.of(keys.code(), words)),
            session ->
                store
                    .hold(session, number)
                    .map(found -> found.orElseThrow(() -> codes.unknown(keys.from(), number)))
                    .map(request -> codes.proved(keys.from(), request, keys.code()))
                    .chain(request -> act(session, request, action, words.strip()))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  private Uni<Void> act(
      Mutiny.Session session, RequestRecord request, OwnAction action, String words) {
    Instant at = writer.after(request);
    RequestRules.Today today = new RequestRules.Today(at, calendars.current());
    if (!RequestRules.possible(request.standing(), action, today)) {
      throw Problem.of(ProblemType.CONFLICT).detail("inforequest.not-now");
    }
    RequestAct act =
        switch (action) {
          case SUPPLEMENT -> new RequestAct.Supplemented(at, null);
          case GIVE_REASONS -> new RequestAct.ReasonsGiven(at, null);
          case ASK_REVIEW -> new RequestAct.ReviewAsked(at, null);
          case WITHDRAW -> new RequestAct.Withdrawn(at, null);
        };
    return writer.add(session, request, act, words);
  }
}
