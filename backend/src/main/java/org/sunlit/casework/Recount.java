package org.sunlit.casework;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.Transactor;

/**
 * Counts the deadlines of open cases again: all of them when a calendar changes, because a notice
 * can also change a year that was announced (劳动节 2019, 春节 2020); the provisional ones at each
 * start, because a year may have been announced with a new release. Nothing has happened to the
 * case, so no event is written; a case that moves on meanwhile is counted by its own command.
 */
@ApplicationScoped
class Recount {
  private static final Logger LOG = Logger.getLogger(Recount.class);
  private static final int PAGE = 200;
  private static final String OPEN =
      """
      select case_number from case_file
      where open and (due_provisional or not $3) and case_number > $1 order by case_number limit $2
      """;

  private final Pool pool;
  private final CaseStore store;
  private final CaseBases bases;
  private final CaseViews views;
  private final CalendarService calendars;
  private final Transactor transactor;

  Recount(
      Pool pool,
      CaseStore store,
      CaseBases bases,
      CaseViews views,
      CalendarService calendars,
      Transactor transactor) {
    this.pool = pool;
    this.store = store;
    this.bases = bases;
    this.views = views;
    this.calendars = calendars;
    this.transactor = transactor;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    calendars.onChange(changed -> run(false));
    run(true);
  }

  private void run(boolean onlyProvisional) {
    page("", onlyProvisional)
        .subscribe()
        .with(
            done -> LOG.debug("Deadlines counted again"),
            failure -> LOG.error("Deadlines could not be counted again", failure));
  }

  private Uni<Void> page(String after, boolean onlyProvisional) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(after, PAGE, onlyProvisional))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString("case_number"))
                    .toList())
        .chain(
            numbers ->
                numbers.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : all(numbers)
                        .chain(() -> page(numbers.get(numbers.size() - 1), onlyProvisional)));
  }

  private Uni<Void> all(List<String> numbers) {
    return Multi.createFrom()
        .iterable(numbers)
        .onItem()
        .transformToUniAndConcatenate(this::one)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> one(String caseNumber) {
    return store
        .find(caseNumber)
        .map(java.util.Optional::orElseThrow)
        .chain(
            stored ->
                bases
                    .of(stored.itemVersionId())
                    .map(basis -> CaseNow.of(stored, basis, calendars.current())))
        .chain(now -> transactor.write(session -> store.recount(session, now, views.parts(now))));
  }
}
