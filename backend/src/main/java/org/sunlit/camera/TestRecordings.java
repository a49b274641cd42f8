package org.sunlit.camera;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.calendar.CalendarService;
import org.sunlit.camera.rules.Segment;
import org.sunlit.camera.rules.Span;
import org.sunlit.camera.rules.TestStream;
import org.sunlit.place.StoredHours;
import org.sunlit.place.rules.Hours;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The test stream, as if every camera had recorded it whenever its place was open. */
final class TestRecordings implements RecordingStore {
  private static final String HOURS =
      """
      select p.hours, opening_exceptions(p.code) as exceptions
      from camera c join place p on p.code = c.place_code where c.code = $1
      """;

  private final Pool pool;
  private final CalendarService calendars;
  private final Clock clock;
  private final Map<String, byte[]> files =
      Map.of(
          TestStream.MAP, resource(TestStream.MAP), TestStream.MINUTE, resource(TestStream.MINUTE));

  TestRecordings(Pool pool, CalendarService calendars, Clock clock) {
    this.pool = pool;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public Uni<List<Segment>> recorded(String camera, LocalDate day) {
    return pool.preparedQuery(HOURS)
        .execute(Tuple.of(camera))
        .map(rows -> rows.stream().findFirst().map(row -> open(row, day)).orElse(List.of()))
        .map(open -> TestStream.recorded(open, clock.instant()));
  }

  private List<Span> open(Row row, LocalDate day) {
    Hours hours =
        StoredHours.opening(row.getJsonArray("hours"), row.getJsonArray("exceptions"))
            .on(day, calendars.current()::isWorkingDay);
    return hours.spans().stream().map(span -> span(day, span.from(), span.until())).toList();
  }

  private static Span span(LocalDate day, LocalTime from, LocalTime until) {
    return new Span(
        day.atTime(from).atZone(CityTime.ZONE).toInstant(),
        day.atTime(until).atZone(CityTime.ZONE).toInstant());
  }

  @Override
  public Uni<byte[]> file(String camera, String path) {
    return Uni.createFrom()
        .item(
            () ->
                Optional.ofNullable(files.get(path))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  @Override
  public Uni<List<Forgotten>> forget(LocalDate firstKept) {
    return Uni.createFrom().item(List.of());
  }

  private static byte[] resource(String name) {
    try (InputStream file = TestRecordings.class.getResourceAsStream("/camera/" + name)) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
