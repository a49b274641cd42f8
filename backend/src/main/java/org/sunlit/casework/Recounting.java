package org.sunlit.casework;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.DeadlineRecount;
import org.sunlit.calendar.StoppedLate;
import org.sunlit.casework.RecountStore.Job;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;

/**
 * Counts the deadlines of all open cases again when the calendar has changed, and those that were
 * found late when they stopped (ADR 0132), also a year that was announced before (劳动节 2019, 春节
 * 2020). Nothing has happened to the cases; the journal is told which deadlines moved, for
 * supervision.
 *
 * <p>A page of cases and how far the job has come are committed together, and a page holds the job
 * and its cases: nodes take turns, an interrupted job goes on with its next page, and a case is
 * counted once (ADR 0093).
 */
@ApplicationScoped
class Recounting implements DeadlineRecount {
  private static final Logger LOG = Logger.getLogger(Recounting.class);
  private static final int PAGE = 200;

  private final Pool pool;
  private final RecountStore store;
  private final OpenCases cases;
  private final StoppedLate stopped;
  private final CalendarService calendars;
  private final Journal journal;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  Recounting(
      Pool pool,
      RecountStore store,
      OpenCases cases,
      StoppedLate stopped,
      CalendarService calendars,
      Journal journal,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.cases = cases;
    this.stopped = stopped;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /** A year may have come with the release that starts now, or through another node. */
  void begin(@Observes @Priority(20) StartupEvent start) {
    calendars.onChange(changed -> noticed());
    noticed();
  }

  private void noticed() {
    store
        .notice(pool, clock.instant())
        .chain(this::work)
        .subscribe()
        .with(done -> {}, failure -> LOG.error("Deadlines could not be counted again", failure));
  }

  @Override
  public Uni<Void> request(SqlConnection connection, Cause cause) {
    return store.request(connection, cause, clock.instant());
  }

  /** Goes on with what another node, or this one before it was stopped, has left unfinished. */
  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> work() {
    if (!running.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    return store
        .unfinished(pool)
        .chain(
            waiting ->
                waiting ? calendars.refresh().chain(this::pages) : Uni.createFrom().voidItem())
        .onTermination()
        .invoke(() -> running.set(false));
  }

  private Uni<Void> pages() {
    return pool.withTransaction(this::page)
        .chain(more -> more ? pages() : Uni.createFrom().voidItem());
  }

  /** One page; false when there is nothing more to do here. */
  Uni<Boolean> page(SqlConnection connection) {
    return store
        .take(connection, clock.instant())
        .chain(
            taken ->
                taken
                    .map(job -> page(connection, job))
                    .orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> page(SqlConnection connection, Job job) {
    return store
        .hold(connection, job.reached(), PAGE)
        .chain(
            numbers ->
                numbers.isEmpty()
                    ? stopped(connection, job)
                    : cases
                        .count(connection, numbers, calendars.current())
                        .chain(counted -> keep(connection, job, numbers, counted)));
  }

  /** After the open cases, a page of those whose clocks had stopped late. */
  private Uni<Boolean> stopped(SqlConnection connection, Job job) {
    return stopped
        .stoppedLate(connection, job.since(), job.settled(), PAGE)
        .chain(
            late ->
                late.isEmpty()
                    ? store.finish(connection, job, clock.instant())
                    : cases
                        .settle(connection, late, calendars.current())
                        .chain(settled -> journal.appendAll(connection, inTime(settled)))
                        .chain(
                            () ->
                                store.settled(connection, job, late.get(late.size() - 1).number())))
        .replaceWith(true);
  }

  private List<JournalEntry> inTime(List<SettledCase> settled) {
    Instant at = clock.instant();
    return settled.stream()
        .filter(one -> !one.inTime().isEmpty())
        .map(one -> entry(one.now(), at, JournalPayload.settled(one)))
        .toList();
  }

  private Uni<Boolean> keep(
      SqlConnection connection, Job job, List<String> numbers, List<OpenCases.Counted> counted) {
    Instant at = clock.instant();
    List<RecountedDue> moved =
        counted.stream()
            .map(one -> RecountedDue.of(one, job.days(), at))
            .flatMap(Optional::stream)
            .toList();
    return store
        .write(connection, counted)
        .chain(() -> store.advance(connection, job, numbers, moved))
        .chain(() -> journal.appendAll(connection, entries(counted, at)))
        .replaceWith(true);
  }

  /** Nothing happened to these cases, but whoever keeps after their deadlines has to know. */
  private static List<JournalEntry> entries(List<OpenCases.Counted> counted, Instant at) {
    return counted.stream()
        .filter(OpenCases.Counted::moved)
        .map(one -> entry(one.now(), at, JournalPayload.recounted(one.now())))
        .toList();
  }

  private static JournalEntry entry(CaseNow now, Instant at, JournalPayload payload) {
    return JournalEntry.inside(
        SubjectKind.CASE,
        now.number(),
        JournalPayload.RECOUNTED,
        null,
        at,
        StoredJson.write(payload));
  }
}
