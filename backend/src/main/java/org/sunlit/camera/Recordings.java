package org.sunlit.camera;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.camera.RecordingStore.Forgotten;
import org.sunlit.camera.rules.Footage;
import org.sunlit.camera.rules.Retention;
import org.sunlit.camera.rules.Segment;
import org.sunlit.camera.rules.Span;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.HttpFolder;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Recordings by camera and time, from the store the city has. */
@ApplicationScoped
class Recordings {
  private static final Logger LOG = Logger.getLogger(Recordings.class);
  private static final String TEST = "test";

  private final RecordingStore store;
  private final Retention retention;
  private final Clock clock;

  Recordings(
      CameraSettings settings,
      Deployment deployment,
      Pool pool,
      CalendarService calendars,
      Clock clock) {
    String own =
        deployment.demo() ? TEST : deployment.dataFolder().resolve("recordings").toString();
    String where = settings.store().orElse(own);
    if (where.equals(TEST)) {
      this.store = new TestRecordings(pool, calendars, clock);
    } else if (where.startsWith("http://") || where.startsWith("https://")) {
      this.store =
          new HttpRecordings(new HttpFolder(where, settings.authorization(), settings.timeout()));
    } else {
      this.store = new FolderRecordings(Path.of(where));
    }
    this.retention = new Retention(settings.keptDays());
    this.clock = clock;
  }

  /** The first day whose recordings are still there. */
  LocalDate firstKept() {
    return retention.firstKept(LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
  }

  /** What there is of a span; what is older than it may be kept isn't there. */
  Uni<Footage> footage(String camera, Span span) {
    LocalDate first = LocalDate.ofInstant(span.from(), CityTime.ZONE);
    LocalDate kept = firstKept();
    // A file that began before midnight is in the playlist of the day before.
    List<LocalDate> days =
        first
            .minusDays(1)
            .datesUntil(LocalDate.ofInstant(span.until(), CityTime.ZONE).plusDays(1))
            .filter(day -> !day.isBefore(kept))
            .toList();
    return Multi.createFrom()
        .iterable(days)
        .onItem()
        .transformToUniAndConcatenate(day -> available(store.recorded(camera, day)))
        .collect()
        .asList()
        .map(all -> Footage.of(span, all.stream().<Segment>flatMap(List::stream).toList()));
  }

  /** A file of it. */
  Uni<byte[]> file(String camera, String path) {
    return available(store.file(camera, path));
  }

  /** Deletes what is older than it may be kept. */
  Uni<List<Forgotten>> forget() {
    return store.forget(firstKept());
  }

  /** Whatever a store does wrong, nobody who asks did: it is to be asked again later. */
  private static <T> Uni<T> available(Uni<T> answer) {
    return answer
        .onFailure(failure -> !(failure instanceof Problem))
        .transform(
            failure -> {
              LOG.errorf("The store of recordings can't be read: %s", failure.toString());
              return Problem.of(ProblemType.UNAVAILABLE).detail("camera.store-unreadable");
            });
  }
}
