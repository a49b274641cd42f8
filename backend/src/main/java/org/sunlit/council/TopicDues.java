package org.sunlit.council;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.Transactor;

/** Counts due times again when the calendar changes. Any node may. */
@ApplicationScoped
class TopicDues {
  private static final Logger LOG = Logger.getLogger(TopicDues.class);
  private static final String RUNNING =
      "select number from council_topic where due_at is not null order by number";

  private final Pool pool;
  private final Transactor transactor;
  private final TopicStore store;
  private final CalendarService calendars;

  TopicDues(Pool pool, Transactor transactor, TopicStore store, CalendarService calendars) {
    this.pool = pool;
    this.transactor = transactor;
    this.store = store;
    this.calendars = calendars;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    calendars.onChange(
        changed ->
            recount()
                .subscribe()
                .with(
                    done -> LOG.debug("Due times of topics counted again"),
                    failure -> LOG.error("Due times of topics can't be counted", failure)));
  }

  /** One after the other: there are no more open than departments can answer. */
  private Uni<Void> recount() {
    return pool.query(RUNNING)
        .execute()
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> recount(row.getString("number")))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> recount(String number) {
    return transactor.write(
        session ->
            store
                .hold(session, number)
                .chain(found -> store.keepFold(session, found.orElseThrow())));
  }
}
