package org.sunlit.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which deadlines were held to be missed though nothing runs on them any more. When the calendar is
 * changed, they are counted again too: who wasn't late by the right calendar has nothing to answer
 * for. Whoever judges lateness says which; the room that runs the cases counts them.
 */
public interface StoppedLate {
  /**
   * A clock that had run out when it stopped.
   *
   * @param id of what was found of it
   * @param stepId of a step; null for the case as a whole
   * @param until when it stopped
   */
  record Stopped(UUID id, String stepId, Instant until) {}

  /** A case with such clocks. */
  record Late(String number, List<Stopped> clocks) {
    public Late {
      clocks = List.copyOf(clocks);
    }
  }

  /**
   * The next ones by number.
   *
   * @param since a change of the calendar from this moment on concerns nothing that stopped before
   */
  Uni<List<Late>> stoppedLate(SqlConnection connection, Instant since, String after, int most);
}
