package org.sunlit.calendar;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.platform.Transactor;

/**
 * Counts due times again when the calendar changes, one after the other, each in a transaction of
 * its own. Any node may. For what there is never more of than people can answer.
 */
@ApplicationScoped
public class RunningDues {
  private static final Logger LOG = Logger.getLogger(RunningDues.class);

  private final Pool pool;
  private final Transactor transactor;
  private final CalendarService calendars;

  RunningDues(Pool pool, Transactor transactor, CalendarService calendars) {
    this.pool = pool;
    this.transactor = transactor;
    this.calendars = calendars;
  }

  /**
   * From now on.
   *
   * @param table with a {@code number}, and a {@code due_at} where something runs
   * @param recount counts the one with this number again
   */
  public void follow(String table, BiFunction<Mutiny.Session, String, Uni<Void>> recount) {
    String running = "select number from " + table + " where due_at is not null order by number";
    calendars.onChange(
        changed ->
            each(running, recount)
                .subscribe()
                .with(
                    done -> LOG.debugf("Due times of %s counted again", table),
                    failure -> LOG.errorf(failure, "Due times of %s can't be counted", table)));
  }

  private Uni<Void> each(String running, BiFunction<Mutiny.Session, String, Uni<Void>> recount) {
    return pool.query(running)
        .execute()
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(
            row -> transactor.write(session -> recount.apply(session, row.getString("number"))))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
