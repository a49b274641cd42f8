package org.sunlit.supervision.centre;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sunlit.platform.Shared;
import org.sunlit.supervision.FindingReader;
import org.sunlit.supervision.centre.CentreReads.Asked;
import org.sunlit.supervision.centre.CentreReads.Clocks;
import org.sunlit.supervision.centre.CentreReads.Day;
import org.sunlit.supervision.centre.CentreReads.Found;
import org.sunlit.supervision.centre.CentreReads.Named;
import org.sunlit.supervision.centre.CentreReads.Open;

/** The centre as it stands; many who look at once cause one count. */
@ApplicationScoped
class Centre {
  private static final Duration GOOD_FOR = Duration.ofSeconds(3);
  private static final int MOST_KEPT = 500;
  private static final int SHOWN = 20;

  /**
   * What is counted for all who reach as far.
   *
   * @param regions the region that was asked for, and those one level below
   */
  record Figures(
      Instant asOf,
      List<Clocks> clocks,
      List<Open> next,
      List<Day> days,
      List<Found> today,
      List<Named> departments,
      List<Named> regions) {}

  /** The figures, with what is new for one reader. */
  record Seen(Figures figures, long place, List<News> alarms, int alarmsTotal, List<News> latest) {}

  private final CentreReads reads;
  private final NewsStore news;
  private final Alarms alarms;
  private final Pool pool;
  private final Clock clock;
  private final Cache<Asked, Uni<Figures>> counted =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Centre(CentreReads reads, NewsStore news, Alarms alarms, Pool pool, Clock clock) {
    this.reads = reads;
    this.news = news;
    this.alarms = alarms;
    this.pool = pool;
    this.clock = clock;
  }

  /** What this reader sees; its place was there before everything else was read. */
  Uni<Seen> seen(Asked asked, FindingReader reader) {
    return news.head(pool)
        .chain(
            place ->
                Uni.combine()
                    .all()
                    .unis(
                        figures(asked),
                        alarms.open(reader, SHOWN),
                        alarms.openTotal(reader),
                        news.latest(CentreReads.since(clock.instant()), reader, SHOWN))
                    .with(
                        (figures, open, total, latest) ->
                            new Seen(figures, place, open, total, latest)));
  }

  private Uni<Figures> figures(Asked asked) {
    return counted.get(asked, of -> Shared.every(GOOD_FOR, () -> count(of)));
  }

  private Uni<Figures> count(Asked asked) {
    Instant now = clock.instant();
    return Uni.combine()
        .all()
        .unis(
            reads.clocks(asked, now),
            reads.next(asked, now, SHOWN),
            reads.days(asked, now),
            reads.foundToday(asked, now),
            reads.departments(),
            reads.regions(asked.region()))
        .with(
            (clocks, next, days, today, departments, regions) ->
                new Figures(now, clocks, next, days, today, departments, regions));
  }
}
