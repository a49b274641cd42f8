package org.sunlit.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.sunlit.platform.CityTime;
import org.sunlit.rating.rules.DepartmentTally;

/**
 * Publishes each month's ratings once the month is over 评价通报 (G2). A bulletin stays as it was
 * published: of two versions the difference would tell what one person said.
 */
@ApplicationScoped
class Bulletins {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<DepartmentTally>> DEPARTMENTS = new TypeReference<>() {};

  /** Months that are over, have ratings and no bulletin, the oldest first. */
  private static final String DUE =
      """
      select distinct date_trunc('month', r.rated_at at time zone 'Asia/Shanghai')::date as month from rating r
      where r.rated_at < $1 and not exists (select 1 from rating_bulletin b
        where b.month = date_trunc('month', r.rated_at at time zone 'Asia/Shanghai')::date)
      order by month
      """;

  private static final String PUBLISH =
      """
      insert into rating_bulletin (month, minimum, withheld, departments, published_at)
      values ($1, $2, $3, $4::text::jsonb, $5) on conflict (month) do nothing
      """;
  private static final String MONTHS =
      "select month from rating_bulletin order by month desc limit 600";
  private static final String FIND =
      "select month, minimum, withheld, departments::text as departments, published_at from rating_bulletin where month = $1";

  /** A bulletin as it was published. */
  record Bulletin(
      YearMonth month,
      int minimum,
      int withheld,
      List<DepartmentTally> departments,
      Instant publishedAt) {}

  private final Pool pool;
  private final Figures figures;
  private final MarkedRatings marked;
  private final RatingSettings settings;
  private final Clock clock;

  Bulletins(
      Pool pool, Figures figures, MarkedRatings marked, RatingSettings settings, Clock clock) {
    this.pool = pool;
    this.figures = figures;
    this.marked = marked;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "1h",
      delayed = "40s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> publish() {
    YearMonth present = YearMonth.from(clock.instant().atZone(CityTime.ZONE));
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(new Figures.Month(present).from()))
        .map(rows -> RatingStore.all(rows, row -> YearMonth.from(row.getLocalDate("month"))))
        .chain(
            months ->
                Multi.createFrom()
                    .iterable(months)
                    .onItem()
                    .transformToUniAndConcatenate(this::publish)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> publish(YearMonth month) {
    return figures
        .byDepartment(new Figures.Month(month))
        .chain(
            tallies -> {
              List<DepartmentTally> enough =
                  tallies.stream()
                      .map(tally -> tally.published(settings.minimum()))
                      .flatMap(Optional::stream)
                      .toList();
              long rated = tallies.stream().filter(tally -> tally.overall().ratings() > 0).count();
              return pool.withTransaction(
                  connection -> publish(connection, month, enough, (int) rated - enough.size()));
            });
  }

  private Uni<Void> publish(
      SqlConnection connection, YearMonth month, List<DepartmentTally> enough, int withheld) {
    Instant now = clock.instant();
    return connection
        .preparedQuery(PUBLISH)
        .execute(
            Tuple.of(
                month.atDay(1), settings.minimum(), withheld, write(enough), CityTime.offset(now)))
        .chain(
            written ->
                written.rowCount() == 0
                    ? Uni.createFrom().voidItem()
                    : marked.tell(
                        connection, new Figures.Month(month), enough, settings.minimum(), now));
  }

  Uni<List<YearMonth>> months() {
    return pool.query(MONTHS)
        .execute()
        .map(rows -> RatingStore.all(rows, row -> YearMonth.from(row.getLocalDate("month"))));
  }

  Uni<Optional<Bulletin>> find(YearMonth month) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(month.atDay(1)))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(read(rows.iterator().next())));
  }

  private static Bulletin read(Row row) {
    LocalDate first = row.getLocalDate("month");
    return new Bulletin(
        YearMonth.from(first),
        row.getInteger("minimum"),
        row.getInteger("withheld"),
        tallies(row.getString("departments")),
        RatedCases.instant(row, "published_at"));
  }

  private static List<DepartmentTally> tallies(String stored) {
    try {
      return JSON.readValue(stored, DEPARTMENTS);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String write(List<DepartmentTally> tallies) {
    try {
      return JSON.writeValueAsString(tallies);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
