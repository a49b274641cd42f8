package org.sunlit.complaint;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintClock;
import org.sunlit.complaint.rules.ComplaintState;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;

/**
 * Does what is due by itself: an answer nobody says anything about is closed when the time for that
 * has run out, and due times are counted again when the calendar changes. Any node may.
 */
@ApplicationScoped
public class ComplaintWork {
  private static final Logger LOG = Logger.getLogger(ComplaintWork.class);
  private static final int BATCH = 200;
  private static final String SILENT =
      "select number from complaint where state = 'replied' and due_at < $1 order by due_at limit $2";
  private static final String RUNNING =
      "select number from complaint where due_at is not null and number > $1 order by number limit $2";

  private final Pool pool;
  private final Transactor transactor;
  private final ComplaintStore store;
  private final ComplaintWriter writer;
  private final CalendarService calendars;
  private final Clock clock;

  ComplaintWork(
      Pool pool,
      Transactor transactor,
      ComplaintStore store,
      ComplaintWriter writer,
      CalendarService calendars,
      Clock clock) {
    this.pool = pool;
    this.transactor = transactor;
    this.store = store;
    this.writer = writer;
    this.calendars = calendars;
    this.clock = clock;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    calendars.onChange(
        changed ->
            recount("")
                .subscribe()
                .with(
                    done -> LOG.debug("Due times of complaints counted again"),
                    failure ->
                        LOG.error("Due times of complaints can't be counted again", failure)));
  }

  /** Closes what nobody has said anything about. */
  @Scheduled(
      every = "{sunlit.complaint.every:60s}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> work() {
    return numbers(SILENT, CityTime.offset(clock.instant()))
        .chain(numbers -> each(numbers, this::close))
        .onFailure()
        .invoke(failure -> LOG.error("Complaints can't be closed", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> close(String number) {
    return transactor.write(
        session ->
            store
                .hold(session, number)
                .map(found -> found.filter(this::silent).orElse(null))
                .onItem()
                .ifNotNull()
                .transformToUni(
                    complaint ->
                        writer.add(
                            session,
                            complaint,
                            new ComplaintAct.Closed(writer.after(complaint), null),
                            null))
                .replaceWithVoid());
  }

  private boolean silent(ComplaintRecord complaint) {
    Instant now = clock.instant();
    return complaint.standing().state() == ComplaintState.REPLIED
        && ComplaintClock.running(complaint.standing(), calendars.current())
            .filter(running -> running.dueAt().isBefore(now))
            .isPresent();
  }

  private Uni<Void> recount(String after) {
    return numbers(RUNNING, after)
        .chain(
            numbers ->
                each(numbers, this::recountOne)
                    .chain(
                        () ->
                            numbers.size() == BATCH
                                ? recount(numbers.get(BATCH - 1))
                                : Uni.createFrom().voidItem()));
  }

  private Uni<Void> recountOne(String number) {
    return transactor.write(
        session ->
            store
                .hold(session, number)
                .chain(found -> writer.recounted(session, found.orElseThrow())));
  }

  private Uni<List<String>> numbers(String sql, Object first) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(first, BATCH))
        .map(rows -> rows.stream().map(row -> row.getString("number")).toList());
  }

  /** One that fails keeps no other waiting; its turn comes again. */
  private static Uni<Void> each(List<String> numbers, Function<String, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(numbers)
        .onItem()
        .transformToUniAndConcatenate(
            number ->
                work.apply(number)
                    .onFailure()
                    .invoke(failure -> LOG.errorf(failure, "Complaint %s can't go on", number))
                    .onFailure()
                    .recoverWithNull())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
