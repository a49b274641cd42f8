package org.sunlit.attendance;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.attendance.rules.DayState;
import org.sunlit.attendance.rules.Sign;
import org.sunlit.identity.Postings;
import org.sunlit.identity.Span;
import org.sunlit.place.StoredHours;
import org.sunlit.place.rules.Opening;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;

/** What days of attendance are judged from; who may see whom is asked in the SQL itself. */
@ApplicationScoped
class AttendanceReads {
  /** Whoever is asked for by name is read, expected or not: a B signs too. */
  private static final String PEOPLE =
      """
      select a.account, a.name, a.name_en, a.department_code, d.name as department, d.name_en as department_en,
        coalesce(here.hours, hall.hours) as hours, coalesce(here.exceptions, hall.exceptions) as exceptions, coalesce(here.name, hall.name) as place,
        case when here.hours is null then hall.name_en else here.name_en end as place_en,
        account_postings(a.account)::text as postings,
        (select coalesce(json_agg(json_build_object('from', x.from_at, 'until', x.until_at)), '[]')::text
          from absence x where x.account = a.account and x.reason <> 'handover'
            and x.from_at < $2 and (x.until_at is null or x.until_at > $1)) as leaves,
        (select coalesce(json_agg(json_build_object('kind', s.kind, 'at', s.at) order by s.number), '[]')::text
          from attendance_sign s where s.account = a.account and s.at >= $1 and s.at < $2) as signs,
        (select coalesce(json_agg(json_build_object('id', c.id, 'day', c.line, 'raisedAt', c.raised_at,
            'upheld', c.upheld, 'correctedTo', c.corrected_to) order by c.raised_at), '[]')::text
          from attendance_contest c where c.account = a.account and c.kind = 'day') as contests
      from account a
        left join department d on d.code = a.department_code
        left join lateral (select p.name, p.name_en, p.hours, opening_exceptions(p.code) as exceptions
          from place p where p.region_code = a.region_code
          order by p.kind <> 'cityHall', p.code limit 1) here on true
        left join lateral (select p.name, p.name_en, p.hours, opening_exceptions(p.code) as exceptions
          from place p where p.kind = 'cityHall'
          order by p.code limit 1) hall on true
      where a.kind = 'staff' and not a.disabled
        and (cast($5 as boolean) or a.department_code = cast($6 as text) or a.account = cast($7 as text))
        and (cast($4 as text) is null or a.account = $4)
        and (cast($8 as text) is null or a.department_code = $8)
        and (cast($4 as text) is not null or a.account in (select h.account
          from post_holder h join post p on p.id = h.post_id
          where h.part = 'A' and p.code = any ($3) and (h.from_at is null or h.from_at < $2)
            and (h.until_at is null or h.until_at > $1)))
      order by d.place nulls first, a.department_code, a.account
      """;

  private static final String BEGINNING = "select min(at) as first from attendance_sign";

  /**
   * How far somebody reaches.
   *
   * @param department whose people they see as its leader; null for who leads none
   */
  record Scope(boolean everything, String department, String account) {}

  /**
   * What is asked for, by scope.
   *
   * @param account null for all who are expected
   * @param department null for any
   */
  record Asked(LocalDate from, LocalDate to, String account, String department, Scope scope) {}

  /** What was said against a day; {@code upheld} is null while nobody has answered. */
  record DayContest(
      UUID id, LocalDate day, Instant raisedAt, Boolean upheld, DayState correctedTo) {}

  /**
   * Somebody with everything their days are judged from.
   *
   * @param department null outside any
   * @param place where they sit; null where no place is kept
   * @param opening when it is open; null where no place is kept
   */
  record Known(
      Named person,
      Named department,
      Named place,
      Opening opening,
      Postings postings,
      List<Span> leaves,
      List<Sign> signs,
      List<DayContest> contests) {}

  private final Pool pool;
  private final AttendanceSettings settings;

  AttendanceReads(Pool pool, AttendanceSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  Uni<List<Known>> people(Asked asked) {
    return pool.preparedQuery(PEOPLE)
        .execute(
            Tuple.tuple()
                .addValue(CityTime.offset(begin(asked.from())))
                .addValue(CityTime.offset(begin(asked.to().plusDays(1))))
                .addValue(settings.posts().toArray(String[]::new))
                .addValue(asked.account())
                .addValue(asked.scope().everything())
                .addValue(asked.scope().department())
                .addValue(asked.scope().account())
                .addValue(asked.department()))
        .map(rows -> rows.stream().map(AttendanceReads::known).toList());
  }

  /** The day of the city's first sign: before it nobody could sign. Empty before anybody has. */
  Uni<Optional<LocalDate>> beginning() {
    return pool.preparedQuery(BEGINNING)
        .execute()
        .map(
            rows ->
                Optional.ofNullable(rows.iterator().next().getOffsetDateTime("first"))
                    .map(first -> LocalDate.ofInstant(first.toInstant(), CityTime.ZONE)));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toInstant();
  }

  private static Known known(Row row) {
    String place = row.getString("place");
    return new Known(
        Named.of(row, "account", "name"),
        Named.of(row, "department_code", "department"),
        Named.of(row, "place", "place"),
        place == null
            ? null
            : StoredHours.opening(row.getJsonArray("hours"), row.getJsonArray("exceptions")),
        Postings.read(row.getString("postings")),
        List.of(StoredJson.read(row.getString("leaves"), Span[].class)),
        List.of(StoredJson.read(row.getString("signs"), Sign[].class)),
        List.of(StoredJson.read(row.getString("contests"), DayContest[].class)));
  }
}
