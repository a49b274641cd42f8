package org.sunlit.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.sunlit.calendar.StoppedLate;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.rules.CasePicture;

/** Says what was found late of clocks that have stopped: no other case has to be counted again. */
@Singleton
class LateEndings implements StoppedLate {
  private static final String LATE =
      """
      select picture::text as picture from supervision_case
      where stopped_late_at >= $1 and number > $2 order by number limit $3
      """;

  @Override
  public Uni<List<Late>> stoppedLate(
      SqlConnection connection, Instant since, String after, int most) {
    return connection
        .preparedQuery(LATE)
        .execute(Tuple.of(CityTime.offset(since), after, most))
        .map(rows -> rows.stream().map(LateEndings::late).toList());
  }

  private static Late late(Row row) {
    CasePicture picture = StoredJson.read(row.getString("picture"), CasePicture.class);
    return new Late(
        picture.number(),
        picture.past().stream()
            .map(clock -> new Stopped(clock.finding(), clock.stepId(), clock.until()))
            .toList());
  }
}
