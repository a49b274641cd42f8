package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.numbers.CityNumber;
import org.sunlit.numbers.NumberKind;
import org.sunlit.numbers.NumberSource;
import org.sunlit.platform.CityTime;

/** What people said, by the month in which it came in, and what has become of it by now. */
@ApplicationScoped
class MessageNumbers implements NumberSource {
  private static final String COUNT =
      """
      select to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as received,
        count(first_replied_at) as replied,
        count(*) filter (where first_replied_at is not null or reply_due < $3) as decidable,
        count(*) filter (where first_replied_at <= reply_due) as on_time, count(grade) as rated,
        count(*) filter (where grade in ('satisfied', 'basicallySatisfied')) as satisfied,
        count(fixed) as called_back, count(*) filter (where fixed) as fixed
      from complaint where received_at >= $1 and received_at < $2 group by month
      """;

  private final Pool pool;
  private final Clock clock;

  MessageNumbers(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Uni<List<CityNumber>> count(LocalDate first, LocalDate last) {
    return pool.preparedQuery(COUNT)
        .execute(
            Tuple.of(
                CityTime.startOf(first), CityTime.endOf(last), CityTime.offset(clock.instant())))
        .map(rows -> rows.stream().flatMap(MessageNumbers::numbers).toList());
  }

  private static Stream<CityNumber> numbers(Row row) {
    YearMonth month = YearMonth.parse(row.getString("month"));
    long received = row.getLong("received");
    return Stream.of(
        CityNumber.of(month, NumberKind.MESSAGES_RECEIVED, received),
        new CityNumber(month, NumberKind.MESSAGES_REPLIED, row.getLong("replied"), received),
        part(row, month, NumberKind.MESSAGES_ON_TIME, "on_time", "decidable"),
        part(row, month, NumberKind.MESSAGES_SATISFIED, "satisfied", "rated"),
        part(row, month, NumberKind.MESSAGES_FIXED, "fixed", "called_back"));
  }

  private static CityNumber part(
      Row row, YearMonth month, NumberKind kind, String value, String of) {
    return new CityNumber(month, kind, row.getLong(value), row.getLong(of));
  }
}
