package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.DeletionReads.Asked;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Deletion of a person's data at their request (个人信息保护法第四十七条): asked for by the person, found
 * lawful by one of the staff or refused on a ground of that article, confirmed by another. A case
 * that is open or that the rules for public records want kept stays as it is; the same article
 * allows that.
 */
@ApplicationScoped
class Deletions {
  private static final String ASK =
      """
      insert into deletion_request (id, case_number, asked_at, status) values (:id, :number, :at, 'waiting')
      on conflict do nothing
      """;

  /** Holds the request until the transaction ends, so that two proposals can't pass each other. */
  private static final String PROPOSE =
      """
      update deletion_request
      set status = 'proposed', proposed_by = :by, refusal_ground = cast(:ground as text),
        kept_until = cast(:keptUntil as date), words_sealed = cast(:words as bytea)
      where id = :id and status in ('waiting', 'proposed')
      """;

  private static final String ANOTHER =
      """
      select exists (select from confirmation_request
        where subject = :number and kind in (:deletion, :refusal) and state = 'open' and expires_at > :at)
      """;
  private static final String STANDS =
      """
      select f.ended_at, f.personal_data_deleted_at,
        (select max(r.kept_until) from deletion_request r
          where r.case_number = f.case_number and r.status = 'refused') as kept_until
      from case_file f where f.case_number = $1
      """;

  private final Pool pool;
  private final DeletionReads reads;
  private final Transactor transactor;
  private final Confirmations confirmations;
  private final AccessTrail trail;
  private final Vault vault;
  private final Clock clock;
  private final Period retention;

  Deletions(
      Pool pool,
      DeletionReads reads,
      Transactor transactor,
      Confirmations confirmations,
      AccessTrail trail,
      Vault vault,
      Clock clock,
      @ConfigProperty(name = "sunlit.privacy.retention", defaultValue = "P10Y") String retention) {
    this.pool = pool;
    this.reads = reads;
    this.transactor = transactor;
    this.confirmations = confirmations;
    this.trail = trail;
    this.vault = vault;
    this.clock = clock;
    this.retention = Period.parse(retention);
  }

  /**
   * The person asks. Whose case it is has been checked by the caller.
   *
   * @return fails with a {@link Problem} 409 while the case is open or has to be kept, and when it
   *     has been done already
   */
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
        .chain(() -> reads.ofCase(caseNumber))
        .map(Optional::orElseThrow);
  }

  private static Uni<Void> none() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> asked(Mutiny.Session session, String caseNumber) {
    return trail.write(session, Look.byThePerson(LookKind.DELETION_ASKED, caseNumber));
  }

  /** Fails with a {@link Problem} when the law doesn't allow it, or not yet. */
  Uni<Void> check(String caseNumber) {
    return pool.preparedQuery(STANDS)
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
    LocalDate found = row.getLocalDate("kept_until");
    if (found != null && found.isAfter(keptUntil)) {
      keptUntil = found;
    }
    if (!today().isAfter(keptUntil)) {
      throw Problem.of(ProblemType.CONFLICT).detail("deletion.kept", keptUntil.toString());
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  /**
   * One of the staff finds it lawful and asks for a second person.
   *
   * @return fails with a {@link Problem}: 404, or 409 when it can't be done or waits already
   */
  Uni<Asked> propose(UUID id, String reason, Actor actor) {
    return open(id)
        .call(asked -> check(asked.caseNumber()))
        .chain(
            asked ->
                transactor.write(
                    session ->
                        proposed(session, asked, null, null, actor)
                            .chain(
                                () ->
                                    confirm(
                                        session,
                                        asked,
                                        DeletionAct.KIND,
                                        reason,
                                        new DeletionAct.Payload(asked.id()),
                                        actor))))
        .chain(() -> reads.find(id))
        .map(Optional::orElseThrow);
  }

  /**
   * One of the staff finds that the law stands against it and asks for a second person.
   *
   * @return fails with a {@link Problem}: 404, 409 when it has ended or waits already, 422 when the
   *     ground doesn't hold together
   */
  Uni<Asked> refuse(UUID id, DeletionRefusal refusal, Actor actor) {
    refusal
        .objection(today())
        .ifPresent(
            wrong -> {
              throw Problem.of(ProblemType.UNPROCESSABLE)
                  .at(wrong.pointer(), wrong.messageKey(), wrong.args().toArray());
            });
    return open(id)
        .chain(
            asked ->
                vault
                    .find(asked.caseNumber())
                    .map(Optional::orElseThrow)
                    .chain(
                        key ->
                            transactor.write(
                                session -> refuse(session, asked, refusal, key, actor))))
        .chain(() -> reads.find(id))
        .map(Optional::orElseThrow);
  }

  private Uni<Void> refuse(
      Mutiny.Session session, Asked asked, DeletionRefusal refusal, DataKey key, Actor actor) {
    return proposed(session, asked, refusal, refusal.sealedWords(key, asked.id()), actor)
        .chain(
            () ->
                confirm(
                    session,
                    asked,
                    DeletionRefusalAct.KIND,
                    refusal.words(),
                    new DeletionRefusalAct.Payload(
                        asked.id(), refusal.ground().code(), refusal.keptUntil()),
                    actor));
  }

  private Uni<Asked> open(UUID id) {
    return reads
        .find(id)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(
            asked -> {
              if (!asked.open()) {
                throw ended();
              }
            });
  }

  private static Problem ended() {
    return Problem.of(ProblemType.CONFLICT).detail("deletion.done");
  }

  private Uni<Void> proposed(
      Mutiny.Session session, Asked asked, DeletionRefusal refusal, byte[] words, Actor actor) {
    return session
        .createNativeQuery(PROPOSE)
        .setParameter("by", actor.accountId())
        .setParameter("ground", refusal == null ? null : refusal.ground().code())
        .setParameter("keptUntil", refusal == null ? null : refusal.keptUntil())
        .setParameter("words", words)
        .setParameter("id", asked.id())
        .executeUpdate()
        .invoke(
            rows -> {
              if (rows == 0) {
                throw ended();
              }
            })
        .chain(
            () ->
                session
                    .createNativeQuery(ANOTHER, Boolean.class)
                    .setParameter("number", asked.caseNumber())
                    .setParameter("deletion", DeletionAct.KIND)
                    .setParameter("refusal", DeletionRefusalAct.KIND)
                    .setParameter("at", CityTime.offset(clock.instant()))
                    .getSingleResult())
        .invoke(
            another -> {
              if (another) {
                throw Problem.of(ProblemType.CONFLICT).detail("confirmation.already-open");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> confirm(
      Mutiny.Session session,
      Asked asked,
      String kind,
      String reason,
      Object payload,
      Actor actor) {
    return confirmations
        .request(
            session,
            // A matter of no department: whoever may do it may confirm it.
            new WantedConfirmation(
                kind, asked.caseNumber(), null, null, reason, StoredJson.write(payload)),
            actor)
        .replaceWithVoid();
  }
}
