package org.sunlit.agency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.agency.rules.AgencyState;
import org.sunlit.agency.rules.AgentTask;
import org.sunlit.agency.rules.Letter;
import org.sunlit.agency.rules.Mandate;
import org.sunlit.citizen.Citizen;
import org.sunlit.citizen.Citizens;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.rating.rules.Satisfaction;

/**
 * From asking for an agent to rating one, free of charge (全程代办制: 指定责任单位、明确专职人员，负责代办新进项目的所有审批事项).
 * Somebody asks and says for what and until when; an agent takes it on; the letter that names both
 * is signed, and from then on the agent may act; either ends it at any time.
 */
@ApplicationScoped
class Agencies {
  /** Enough for every project somebody has, and not for flooding the agents. */
  private static final int MOST_AT_ONCE = 10;

  private final AgencyStore store;
  private final AgencyNotices notices;
  private final Citizens citizens;
  private final Idempotency idempotency;
  private final Transactor transactor;
  private final Clock clock;

  Agencies(
      AgencyStore store,
      AgencyNotices notices,
      Citizens citizens,
      Idempotency idempotency,
      Transactor transactor,
      Clock clock) {
    this.store = store;
    this.notices = notices;
    this.citizens = citizens;
    this.idempotency = idempotency;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** What somebody wants an agent for. */
  record Wish(String purpose, Set<AgentTask> tasks, LocalDate until) {}

  /** The day it is in the city. */
  LocalDate today() {
    return clock.instant().atZone(CityTime.ZONE).toLocalDate();
  }

  /**
   * Asks for an agent.
   *
   * @return fails with 422 for what is wrong, 409 with too many under way
   */
  Uni<Agency> ask(Wish wish, Actor principal, String idempotencyKey) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (wish.purpose().isBlank()) {
      wrong = wrong.at("/purpose", "field.not-blank");
    }
    if (!Mandate.canLast(wish.until(), today())) {
      wrong = wrong.at("/until", "agency.until", Mandate.LONGEST_YEARS);
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    UUID id = UUID.randomUUID();
    AgencyStore.Wanted wanted =
        new AgencyStore.Wanted(
            id,
            principal.accountId(),
            wish.purpose().strip(),
            new Mandate(AgencyState.ASKED, wish.tasks(), null, wish.until()));
    return idempotency
        .once(
            "askForAgent",
            principal.accountId(),
            idempotencyKey,
            StoredJson.bytes(wish),
            session ->
                store
                    .running(session, principal.accountId(), today())
                    .invoke(Agencies::notTooMany)
                    .chain(() -> store.insert(session, wanted, clock.instant()))
                    .replaceWith(new Reply(201, id.toString())))
        .chain(reply -> found(UUID.fromString(reply.body())));
  }

  /**
   * Takes one on, as its agent; the principal is told.
   *
   * @return fails with 409 when somebody has already
   */
  Uni<Agency> take(UUID id, Actor agent) {
    return found(id)
        .invoke(agency -> need(agency, AgencyState.ASKED))
        .chain(
            agency ->
                toTell(
                    agency,
                    principal ->
                        change(
                            agency,
                            (session, now) ->
                                store
                                    .take(session, agency, agent.accountId(), now)
                                    .call(
                                        () ->
                                            notices.taken(
                                                session, agency, principal, agent, now)))));
  }

  /** The letter that waits to be signed, or was; null while there is no agent. */
  Uni<Letter> letter(Agency agency) {
    if (agency.signed() != null) {
      return Uni.createFrom().item(agency.signed().letter());
    }
    return agency.agent() == null
        ? Uni.createFrom().nullItem()
        : citizens.own(agency.principal()).map(citizen -> letter(agency, citizen.details().name()));
  }

  /**
   * Signs the letter as it is shown.
   *
   * @param name the signature: the name the account has
   * @return fails with 409 when there is nothing to sign, 422 for another name
   */
  Uni<Agency> sign(UUID id, String name, Actor principal) {
    return own(id, principal)
        .invoke(agency -> need(agency, AgencyState.TAKEN))
        .chain(
            agency ->
                citizens
                    .own(agency.principal())
                    .map(citizen -> signed(agency, name.strip(), citizen.details().name()))
                    .chain(
                        signed ->
                            change(agency, (session, now) -> store.sign(session, agency, signed))));
  }

  private Agency.Signed signed(Agency agency, String name, String known) {
    if (!name.equals(known)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/name", "agency.signature");
    }
    return new Agency.Signed(clock.instant(), name, letter(agency, known));
  }

  private static Letter letter(Agency agency, String principal) {
    return Letter.of(
        principal,
        agency.purpose(),
        agency.mandate().tasks(),
        agency.mandate().until(),
        agency.agent().name());
  }

  /** Ends it at once, for whatever reason or none. */
  Uni<Agency> end(UUID id, String why, Actor principal) {
    return own(id, principal)
        .invoke(agency -> need(agency, AgencyState.ASKED, AgencyState.TAKEN, AgencyState.IN_FORCE))
        .chain(
            agency ->
                change(
                    agency,
                    (session, now) ->
                        store.end(session, agency, new Agency.Ending(now, false, why))));
  }

  /** Lays it down as its agent, and says why; the principal is told. */
  Uni<Agency> layDown(UUID id, String why, Actor agent) {
    return ofAgent(id, agent)
        .invoke(agency -> need(agency, AgencyState.TAKEN, AgencyState.IN_FORCE))
        .chain(
            agency ->
                toTell(
                    agency,
                    principal ->
                        change(
                            agency,
                            (session, now) ->
                                store
                                    .end(session, agency, new Agency.Ending(now, true, why))
                                    .call(
                                        () -> notices.laidDown(session, agency, principal, now)))));
  }

  /**
   * Says how one was served, once.
   *
   * @return fails with 409 when nothing was ever signed, or it is rated already
   */
  Uni<Agency> rate(UUID id, Satisfaction grade, String words, Actor principal) {
    return own(id, principal)
        .invoke(
            agency -> {
              if (agency.signed() == null || agency.rating() != null) {
                throw Problem.of(ProblemType.CONFLICT)
                    .detail(agency.rating() == null ? "agency.unsigned" : "agency.rated");
              }
            })
        .chain(
            agency ->
                change(
                    agency,
                    (session, now) ->
                        store.rate(session, agency, new Agency.Rating(grade, words, now))));
  }

  /** One of the principal's own; for everybody else it isn't there. */
  Uni<Agency> own(UUID id, Actor principal) {
    return found(id, agency -> agency.principal().equals(principal.accountId()));
  }

  /** One this agent took on; for everybody else it isn't there. */
  Uni<Agency> ofAgent(UUID id, Actor agent) {
    return found(id, agency -> agency.isOf(agent.accountId()));
  }

  private Uni<Agency> found(UUID id) {
    return found(id, agency -> true);
  }

  private Uni<Agency> found(UUID id, Predicate<Agency> theirs) {
    return store
        .find(id)
        .map(found -> found.filter(theirs).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** With whom is to be told of it, read before its transaction. */
  private Uni<Agency> toTell(Agency agency, Function<Citizen, Uni<Agency>> change) {
    return citizens.own(agency.principal()).chain(change::apply);
  }

  private Uni<Agency> change(Agency seen, BiFunction<Mutiny.Session, Instant, Uni<Void>> change) {
    return transactor
        .write(session -> change.apply(session, clock.instant()))
        .chain(() -> found(seen.id()));
  }

  private void need(Agency agency, AgencyState... states) {
    AgencyState now = agency.mandate().on(today());
    if (!List.of(states).contains(now)) {
      throw Problem.of(ProblemType.CONFLICT).detail("agency.state." + now.code());
    }
  }

  private static void notTooMany(long running) {
    if (running >= MOST_AT_ONCE) {
      throw Problem.of(ProblemType.CONFLICT).detail("agency.too-many", MOST_AT_ONCE);
    }
  }
}
