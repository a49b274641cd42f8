package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.PromisedCases;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.notice.NoticeText;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.rules.CreditEvent;
import org.sunlit.promise.rules.CreditEventKind;
import org.sunlit.promise.rules.CreditStanding;
import org.sunlit.promise.rules.PieceStanding;

/** The credit record (信用记录, B14): what was broken, contests of it, and its repair. */
@ApplicationScoped
class CreditRecord {
  private final CreditStore store;
  private final PromisedCases cases;
  private final Journal journal;
  private final Transactor transactor;
  private final CalendarService calendars;
  private final PromiseSettings settings;
  private final Clock clock;

  CreditRecord(
      CreditStore store,
      PromisedCases cases,
      Journal journal,
      Transactor transactor,
      CalendarService calendars,
      PromiseSettings settings,
      Clock clock) {
    this.store = store;
    this.cases = cases;
    this.journal = journal;
    this.transactor = transactor;
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  /** Enters that a piece was broken, within the caller's transaction. */
  Uni<Void> enter(
      Mutiny.Session session,
      PromiseRecord promise,
      PieceStanding broken,
      CreditEntryRecord.Kind kind,
      Instant at) {
    LocalDate periodEnds = CreditStore.today(at).plus(settings.creditPeriod());
    CreditEvent entered = new CreditEvent(1, CreditEventKind.ENTERED, at, null, periodEnds, null);
    CreditEntryRecord entry =
        new CreditEntryRecord(
            UUID.randomUUID(),
            promise.identity(),
            promise.applicantKind(),
            promise.applicantMasked(),
            promise.caseNumber(),
            broken.code(),
            broken.piece().name(),
            broken.piece().nameEn(),
            kind,
            promise.itemName(),
            promise.itemNameEn(),
            promise.departmentCode(),
            promise.departmentName(),
            promise.departmentNameEn(),
            promise.regionCode(),
            List.of(entered),
            true,
            promise.key());
    return store.insert(session, entry).chain(() -> journal.append(session, entry(entry, entered)));
  }

  /** Notes that a broken piece has been made good, within the caller's transaction. */
  Uni<Void> madeGood(Mutiny.Session session, String caseNumber, String piece, Instant at) {
    return store
        .ofCase(caseNumber)
        .chain(
            entries ->
                entries.stream()
                    .filter(entry -> entry.piece().equals(piece))
                    .findFirst()
                    .map(
                        entry ->
                            go(
                                session,
                                entry,
                                event(entry, CreditEventKind.MADE_GOOD, at, null, null, null)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /**
   * Its person says that it is wrong, or asks for its repair; within the caller's transaction.
   *
   * @return fails with 404 for an entry that didn't come of this case, 409 when it can't be asked
   */
  Uni<Void> ask(
      Mutiny.Session session, String caseNumber, UUID id, boolean contest, String reason) {
    Instant now = clock.instant();
    LocalDate today = CreditStore.today(now);
    return store
        .find(id)
        .map(found -> found.filter(entry -> entry.caseNumber().equals(caseNumber)))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            entry -> {
              boolean may = contest ? entry.standing().mayContest(today) : entry.mayAskForRepair();
              if (!may) {
                throw notNow();
              }
              int days = contest ? settings.contestDays() : settings.repairDays();
              return go(
                  session,
                  entry,
                  event(
                      entry,
                      contest ? CreditEventKind.CONTESTED : CreditEventKind.REPAIR_ASKED,
                      now,
                      null,
                      calendars.current().plusWorkingDays(today, days),
                      reason));
            });
  }

  /**
   * Answers what was asked of an entry.
   *
   * @return fails with 404 for one that isn't the actor's to answer, 412 when it has changed, 409
   *     when nothing is asked
   */
  Uni<CreditEntryRecord> answer(
      UUID id, int version, boolean contest, boolean granted, String reason, Actor actor) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            entry ->
                cases
                    .readable(entry.caseNumber(), actor)
                    .chain(of -> answer(of, entry, version, contest, granted, reason, actor)))
        .chain(() -> store.find(id))
        .map(Optional::orElseThrow);
  }

  private Uni<Void> answer(
      PromisedCase of,
      CreditEntryRecord entry,
      int version,
      boolean contest,
      boolean granted,
      String reason,
      Actor actor) {
    if (entry.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    cases.handler(of, actor);
    CreditStanding standing = entry.standing();
    if (!(contest ? standing.contest() : standing.repair()).open()) {
      throw notNow();
    }
    CreditEventKind kind =
        contest
            ? granted ? CreditEventKind.CONTEST_GRANTED : CreditEventKind.CONTEST_DECLINED
            : granted ? CreditEventKind.REPAIR_GRANTED : CreditEventKind.REPAIR_DECLINED;
    CreditEvent event =
        event(entry, kind, clock.instant(), actor.accountId(), null, reason.strip());
    return transactor.write(
        session -> go(session, entry, event).chain(() -> tell(session, of, entry, event)));
  }

  private Uni<Void> tell(
      Mutiny.Session session, PromisedCase of, CreditEntryRecord entry, CreditEvent event) {
    return cases.tell(
        session,
        of,
        "credit " + entry.id() + " " + event.number(),
        NoticeText.of(
            "credit." + event.kind().code(),
            new Localised(entry.itemName(), entry.itemNameEn()),
            entry.caseNumber(),
            event.said()));
  }

  private Uni<Void> go(Mutiny.Session session, CreditEntryRecord before, CreditEvent event) {
    return store
        .append(session, before.after(event))
        .chain(() -> journal.append(session, entry(before, event)));
  }

  private static CreditEvent event(
      CreditEntryRecord entry,
      CreditEventKind kind,
      Instant at,
      String account,
      LocalDate day,
      String said) {
    return new CreditEvent(entry.version() + 1, kind, at, account, day, said);
  }

  private static JournalEntry entry(CreditEntryRecord entry, CreditEvent event) {
    return JournalEntry.inside(
        SubjectKind.CASE,
        entry.caseNumber(),
        event.kind().journalKind(),
        event.account(),
        event.at(),
        payload(entry, event));
  }

  /** A case may have several entries, so what happens says to which. */
  private static String payload(CreditEntryRecord entry, CreditEvent event) {
    Map<String, Object> payload = StoredJson.members(event.wordless());
    payload.put("entry", entry.id().toString());
    return StoredJson.write(payload);
  }

  private static Problem notNow() {
    return Problem.of(ProblemType.CONFLICT).detail("promise.not-now");
  }
}
