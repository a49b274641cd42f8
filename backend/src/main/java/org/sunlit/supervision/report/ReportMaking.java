package org.sunlit.supervision.report;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.document.SealUseCounts;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.rating.PublishedRatings;
import org.sunlit.supervision.report.ReportReads.Made;
import org.sunlit.supervision.report.rules.Period;
import org.sunlit.supervision.report.rules.ReportKind;

/**
 * Makes reports of periods that are over: by itself, and when somebody asks. One that is made
 * stays; two nodes make it once, and everybody is told once.
 */
@ApplicationScoped
class ReportMaking {
  private static final Logger LOG = Logger.getLogger(ReportMaking.class);

  /** Only when the centre has read everything that happened in the period. */
  private static final String MAKE =
      """
      insert into supervision_report (kind, first_day, last_day, journal_place, news_place, seal_use, made_at, made_by)
      select :kind, :first, :last, r.place, h.place, :sealUse, :at, cast(:by as text)
      from journal_reader r, supervision_news_head h
      where r.name = 'supervision.centre' and not exists (select from journal_place p
        join journal_event e on e.id = p.event_id where p.place > r.place and e.occurred_at < :until)
      on conflict (kind, first_day) do nothing
      """;

  private static final String RECIPIENTS =
      """
      select cast(coalesce(json_agg(a.account order by a.account), '[]') as text) from account a
      where a.kind = 'staff' and not a.disabled and (
        exists (select from json_array_elements_text(cast(cast(:roles as text) as json)) r(role)
          where r.role = any (a.roles))
        or a.account in (select json_array_elements_text(cast(cast(:accounts as text) as json))))
      """;

  private final Transactor transactor;
  private final ReportReads reads;
  private final SealUseCounts seals;
  private final PublishedRatings ratings;
  private final Outbox outbox;
  private final Vault vault;
  private final ReportSettings settings;
  private final Clock clock;

  ReportMaking(
      Transactor transactor,
      ReportReads reads,
      SealUseCounts seals,
      PublishedRatings ratings,
      Outbox outbox,
      Vault vault,
      ReportSettings settings,
      Clock clock) {
    this.transactor = transactor;
    this.reads = reads;
    this.seals = seals;
    this.ratings = ratings;
    this.outbox = outbox;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "{sunlit.supervision.report.every:10m}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return makeDue()
        .onFailure()
        .invoke(failure -> LOG.error("Reports of supervision could not be made", failure))
        .onFailure()
        .recoverWithNull();
  }

  /** Makes what is due: of each kind the last period that is over. */
  Uni<Void> makeDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return Multi.createFrom()
        .items(ReportKind.values())
        .map(kind -> kind.around(today).before())
        .filter(this::over)
        .onItem()
        .transformToUniAndConcatenate(period -> make(period, null))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * The report of a period, made now unless it is made already.
   *
   * @param by null for the schedule
   * @return fails with 409 when the period isn't over
   */
  Uni<Made> demand(Period period, String by) {
    if (!over(period)) {
      throw Problem.of(ProblemType.CONFLICT).detail("centre.report-not-over");
    }
    return make(period, by)
        .chain(() -> reads.made(period))
        .map(
            made ->
                made.orElseThrow(
                    () -> Problem.of(ProblemType.CONFLICT).detail("centre.report-not-over")));
  }

  private boolean over(Period period) {
    return !clock.instant().isBefore(period.until().plus(settings.patience()));
  }

  private Uni<Void> make(Period period, String by) {
    return ratings.publishDue().chain(seals::last).chain(sealUse -> make(period, sealUse, by));
  }

  private Uni<Void> make(Period period, long sealUse, String by) {
    Instant now = clock.instant();
    return transactor.write(
        session ->
            session
                .createNativeQuery(MAKE)
                .setParameter("kind", period.kind().code())
                .setParameter("first", period.first())
                .setParameter("last", period.last())
                .setParameter("at", CityTime.offset(now))
                .setParameter("by", by)
                .setParameter("sealUse", sealUse)
                .setParameter("until", CityTime.offset(period.until()))
                .executeUpdate()
                .chain(
                    made -> made == 0 ? Uni.createFrom().voidItem() : tell(session, period, now)));
  }

  private Uni<Void> tell(Mutiny.Session session, Period period, Instant at) {
    ReportKind kind = period.kind();
    String subject = "report/" + kind.code() + "/" + period.first();
    NoticeText text =
        NoticeText.of(
            "report.made",
            new Localised(kind.title(), kind.titleEn()),
            period.first(),
            period.last());
    return session
        .createNativeQuery(RECIPIENTS, String.class)
        .setParameter("roles", StoredJson.write(settings.roles()))
        .setParameter("accounts", StoredJson.write(settings.accounts().orElse(List.of())))
        .getSingleResult()
        .map(found -> List.of(StoredJson.read(found, String[].class)))
        .chain(
            accounts ->
                vault
                    .findOrKeep(session, subject)
                    .chain(key -> outbox.tell(session, subject, "made", text, accounts, at, key)));
  }

  /** The report of the period that a day lies in; 404 when it hasn't been made. */
  Uni<Made> find(Period period) {
    return reads
        .made(period)
        .map(made -> made.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }
}
