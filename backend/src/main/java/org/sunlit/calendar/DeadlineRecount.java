package org.sunlit.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.identity.Actor;

/**
 * Has what is running counted again. The calendar asks when it is changed; the room that runs the
 * cases does it, because the calendar doesn't know it.
 */
public interface DeadlineRecount {
  /**
   * What was changed, and by whom.
   *
   * @param year the year whose days were declared anew
   * @param source the notice it rests on
   * @param days the days that became another kind of day, in order
   */
  record Cause(int year, String source, List<LocalDate> days, Actor actor) {
    public Cause {
      days = List.copyOf(days);
    }
  }

  /** Asks for it in the transaction that changes the calendar; it begins after the commit. */
  Uni<Void> request(SqlConnection connection, Cause cause);
}
