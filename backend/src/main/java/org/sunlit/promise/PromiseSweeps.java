package org.sunlit.promise;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;

/**
 * Looks for promises whose time has come. What it costs follows what is due, by an index on it; any
 * node may run it, for a promise that somebody was faster with stays as it is. When a calendar
 * changes, the days of open promises are counted again.
 */
@ApplicationScoped
public class PromiseSweeps {
  private static final Logger LOG = Logger.getLogger(PromiseSweeps.class);
  private static final int BATCH = 100;
  private static final String REMIND =
      """
      select case_number from promise_piece where remind_at <= $1
      group by case_number order by min(remind_at) limit $2
      """;
  private static final String DUE =
      """
      select case_number from promise_piece where kind = 'late' and due_at < $1
      group by case_number order by min(due_at) limit $2
      """;
  private static final String RUNNING =
      """
      select distinct case_number from promise_piece where due_at is not null and case_number > $1
      order by case_number limit $2
      """;

  private final Pool pool;
  private final Breaches breaches;
  private final PromiseStore store;
  private final Transactor transactor;
  private final CalendarService calendars;
  private final Clock clock;

  PromiseSweeps(
      Pool pool,
      Breaches breaches,
      PromiseStore store,
      Transactor transactor,
      CalendarService calendars,
      Clock clock) {
    this.pool = pool;
    this.breaches = breaches;
    this.store = store;
    this.transactor = transactor;
    this.calendars = calendars;
    this.clock = clock;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    calendars.onChange(
        changed ->
            recount("")
                .subscribe()
                .with(
                    done -> LOG.debug("Promises counted again"),
                    failure -> LOG.error("Promises could not be counted again", failure)));
  }

  @Scheduled(
      every = "{sunlit.promise.sweep-every:30s}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return sweep().replaceWithVoid();
  }

  /** Reminds and notes breaches as of now; ends with how many it did something to. */
  public Uni<Long> sweep() {
    return each(DUE, breaches::breach)
        .chain(broken -> each(REMIND, breaches::remind).map(reminded -> broken + reminded));
  }

  private Uni<Long> each(String due, Function<String, Uni<Boolean>> work) {
    return numbers(due, Tuple.of(CityTime.offset(clock.instant()), BATCH))
        .chain(
            numbers ->
                Multi.createFrom()
                    .iterable(numbers)
                    .onItem()
                    .transformToUniAndConcatenate(number -> one(number, work))
                    .filter(done -> done)
                    .collect()
                    .with(Collectors.counting())
                    .chain(
                        done ->
                            done == BATCH
                                ? each(due, work).map(more -> more + done)
                                : Uni.createFrom().item(done)));
  }

  private Uni<Boolean> one(String caseNumber, Function<String, Uni<Boolean>> work) {
    return work.apply(caseNumber)
        // Somebody dealt with it this very moment; if it is still due, the next sweep finds it.
        .onFailure(Problem.class)
        .recoverWithItem(false)
        .onFailure()
        .invoke(failure -> LOG.errorf(failure, "The promise of %s could not be kept", caseNumber))
        .onFailure()
        .recoverWithItem(false);
  }

  private Uni<Void> recount(String after) {
    return numbers(RUNNING, Tuple.of(after, BATCH))
        .chain(
            numbers ->
                numbers.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Multi.createFrom()
                        .iterable(numbers)
                        .onItem()
                        .transformToUniAndConcatenate(this::recountOne)
                        .collect()
                        .last()
                        .chain(() -> recount(numbers.get(numbers.size() - 1))));
  }

  private Uni<Void> recountOne(String caseNumber) {
    return store
        .find(caseNumber)
        .map(Optional::orElseThrow)
        .chain(record -> transactor.write(session -> store.recount(session, record)));
  }

  private Uni<List<String>> numbers(String sql, Tuple with) {
    return pool.preparedQuery(sql)
        .execute(with)
        .map(rows -> rows.stream().map(row -> row.getString("case_number")).toList());
  }
}
