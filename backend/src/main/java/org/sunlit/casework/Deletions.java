package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Deletion of a person's data at their request (个人信息保护法第四十七条): asked for by the person, found
 * lawful by one of the staff, confirmed by another. A case that is open or that the rules for
 * public records want kept stays as it is; the same article allows that.
 */
@ApplicationScoped
public class Deletions {
  private static final int MOST = 200;
  private static final String READ =
      "select id, case_number, asked_at, status, decided_at from deletion_request ";
  private static final String OF_CASE =
      READ + "where case_number = $1 order by asked_at desc limit 1";
  private static final String ONE = READ + "where id = $1";
  private static final String ALL =
      READ + "order by (status in ('carriedOut', 'refused')), asked_at desc limit $1";
  private static final String OF_ACCOUNT =
      """
      select r.id, r.case_number, r.asked_at, r.status, r.decided_at
      from deletion_request r join case_file c on c.case_number = r.case_number
      where c.applicant_account = $1 order by r.asked_at desc limit $2
      """;
  private static final String ASK =
      """
      insert into deletion_request (id, case_number, asked_at, status) values (:id, :number, :at, 'waiting')
      on conflict do nothing
      """;
  private static final String PROPOSE =
      """
      update deletion_request set status = 'proposed', proposed_by = :by
      where id = :id and status in ('waiting', 'proposed')
      """;
  private static final String ENDED =
      "select ended_at, personal_data_deleted_at from case_file where case_number = $1";

  /** A request as it stands. */
  record Asked(
      UUID id,
      String caseNumber,
      Instant askedAt,
      String status,
      Instant decidedAt,
      UUID confirmation) {
    Asked waitingFor(UUID decision) {
      return new Asked(id, caseNumber, askedAt, "proposed", decidedAt, decision);
    }

    boolean open() {
      return status.equals("waiting") || status.equals("proposed");
    }
  }

  private final Pool pool;
  private final Transactor transactor;
  private final Confirmations confirmations;
  private final AccessTrail trail;
  private final Clock clock;
  private final Period retention;

  Deletions(
      Pool pool,
      Transactor transactor,
      Confirmations confirmations,
      AccessTrail trail,
      Clock clock,
      @ConfigProperty(name = "sunlit.privacy.retention", defaultValue = "P10Y") String retention) {
    this.pool = pool;
    this.transactor = transactor;
    this.confirmations = confirmations;
    this.trail = trail;
    this.clock = clock;
    this.retention = Period.parse(retention);
  }

  /**
   * The person asks. Whose case it is has been checked by the caller.
   *
   * @return fails with a {@link Problem} 409 while the case is open or has to be kept, and when it
   *     has been done already
   */
  public Uni<UUID> askedBy(String caseNumber) {
    return ask(caseNumber).map(Asked::id);
  }

  Uni<Asked> ask(String caseNumber) {
    return check(caseNumber)
        .chain(
            () ->
                transactor.write(
                    session ->
                        session
                            .createNativeQuery(ASK)
                            .setParameter("id", UUID.randomUUID())
                            .setParameter("number", caseNumber)
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .executeUpdate()
                            .chain(rows -> rows == 0 ? none() : asked(session, caseNumber))))
        .chain(() -> pool.preparedQuery(OF_CASE).execute(Tuple.of(caseNumber)))
        .map(rows -> asked(rows.iterator().next()));
  }

  private static Uni<Void> none() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> asked(Mutiny.Session session, String caseNumber) {
    return trail.write(session, Look.byThePerson(LookKind.DELETION_ASKED, caseNumber));
  }

  /** Fails with a {@link Problem} when the law doesn't allow it, or not yet. */
  Uni<Void> check(String caseNumber) {
    return pool.preparedQuery(ENDED)
        .execute(Tuple.of(caseNumber))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              check(rows.iterator().next());
            })
        .replaceWithVoid();
  }

  private void check(Row row) {
    if (row.getOffsetDateTime("personal_data_deleted_at") != null) {
      throw Problem.of(ProblemType.CONFLICT).detail("deletion.done");
    }
    if (row.getOffsetDateTime("ended_at") == null) {
      throw Problem.of(ProblemType.CONFLICT).detail("deletion.case-open");
    }
    LocalDate keptUntil =
        row.getOffsetDateTime("ended_at")
            .atZoneSameInstant(CityTime.ZONE)
            .toLocalDate()
            .plus(retention);
    if (!clock.instant().atZone(CityTime.ZONE).toLocalDate().isAfter(keptUntil)) {
      throw Problem.of(ProblemType.CONFLICT).detail("deletion.kept", keptUntil.toString());
    }
  }

  /** What people have asked for, what waits first. */
  Uni<List<Asked>> all() {
    return pool.preparedQuery(ALL).execute(Tuple.of(MOST)).map(Deletions::asked);
  }

  /** What was asked for about cases that are this account's own, the latest first. */
  Uni<List<Asked>> ofAccount(String account) {
    return pool.preparedQuery(OF_ACCOUNT).execute(Tuple.of(account, MOST)).map(Deletions::asked);
  }

  private static List<Asked> asked(RowSet<Row> rows) {
    List<Asked> all = new ArrayList<>();
    rows.forEach(row -> all.add(asked(row)));
    return all;
  }

  /**
   * One of the staff finds it lawful and asks for a second person.
   *
   * @return fails with a {@link Problem}: 404, or 409 when it can't be done or waits already
   */
  Uni<Asked> propose(UUID id, String reason, Actor actor) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.<Asked>empty()
                    : Optional.of(asked(rows.iterator().next())))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(
            asked -> {
              if (!asked.open()) {
                throw Problem.of(ProblemType.CONFLICT).detail("deletion.done");
              }
            })
        .call(asked -> check(asked.caseNumber()))
        .chain(asked -> transactor.write(session -> propose(session, asked, reason, actor)));
  }

  private Uni<Asked> propose(Mutiny.Session session, Asked asked, String reason, Actor actor) {
    return session
        .createNativeQuery(PROPOSE)
        .setParameter("by", actor.accountId())
        .setParameter("id", asked.id())
        .executeUpdate()
        .chain(
            () ->
                confirmations.request(
                    session,
                    // A matter of no department: whoever may do it may confirm it.
                    new WantedConfirmation(
                        DeletionAct.KIND,
                        asked.caseNumber(),
                        null,
                        null,
                        reason,
                        StoredJson.write(new DeletionAct.Payload(asked.id()))),
                    actor))
        .map(asked::waitingFor);
  }

  private static Asked asked(Row row) {
    return new Asked(
        row.getUUID("id"),
        row.getString("case_number"),
        row.getOffsetDateTime("asked_at").toInstant(),
        row.getString("status"),
        row.getOffsetDateTime("decided_at") == null
            ? null
            : row.getOffsetDateTime("decided_at").toInstant(),
        null);
  }
}
