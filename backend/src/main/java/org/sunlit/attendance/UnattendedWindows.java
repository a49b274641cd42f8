package org.sunlit.attendance;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.attendance.rules.Sign;
import org.sunlit.attendance.rules.SignKind;
import org.sunlit.attendance.rules.Window;
import org.sunlit.attendance.rules.Window.Gap;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Postings;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.place.StoredHours;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.Opening;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/**
 * Tells the journal of windows that nobody is at in their hours (窗口值守, C9, E12): each gap once,
 * when it has lasted long enough. What follows from it is supervision's to say. Any node may.
 */
@ApplicationScoped
class UnattendedWindows {
  static final String KIND = "window.unattended";

  /** Open posts at windows with an A, where they are, and who signed today. */
  private static final String WINDOWS =
      """
      select p.id, p.code, p.name, p.name_en, d.code as department, coalesce(p.region_code, d.region_code) as region,
        coalesce(here.hours, hall.hours) as hours, coalesce(here.exceptions, hall.exceptions) as exceptions,
        coalesce(here.name, hall.name) as place,
        case when here.hours is null then hall.name_en else here.name_en end as place_en,
        jsonb_build_object('absences', '[]'::jsonb, 'letters', '[]'::jsonb, 'posts', jsonb_build_array(
          jsonb_build_object('post', jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name,
            'nameEn', p.name_en, 'level', p.level, 'department', p.department_code, 'region', p.region_code),
            'holders', post_holders(p.id))))::text as posting,
        (select coalesce(json_agg(json_build_object('account', s.account, 'kind', s.kind, 'at', s.at)
            order by s.account, s.number), '[]')::text
          from attendance_sign s where s.at >= $2 and s.at < $3
            and s.account in (select h.account from post_holder h where h.post_id = p.id)) as signs
      from post p
        join lateral (select a.department_code, a.region_code
          from post_holder h join account a on a.account = h.account
          where h.post_id = p.id and h.part = 'A' order by h.from_at desc nulls last limit 1) a on true
        join department d on d.code = coalesce(p.department_code, a.department_code)
        left join lateral (select c.name, c.name_en, c.hours, opening_exceptions(c.code) as exceptions
          from place c where c.region_code = a.region_code
          order by c.kind <> 'cityHall', c.code limit 1) here on true
        left join lateral (select c.name, c.name_en, c.hours, opening_exceptions(c.code) as exceptions
          from place c where c.kind = 'cityHall' order by c.code limit 1) hall on true
      where p.closed_at is null and p.code = any ($1)
        -- Before the first sign of the city nobody is expected; on a day without any, signing itself doesn't work.
        and exists (select from attendance_sign where at < $2)
        and exists (select from attendance_sign where at >= $2 and at < $3)
      """;

  private static final String FRESH =
      """
      insert into attendance_unattended (post_id, since)
      select x."postId", x.since from jsonb_to_recordset(cast($1 as text)::jsonb) as x("postId" uuid, since timestamptz)
      on conflict do nothing returning post_id
      """;

  /**
   * A window that nobody is at.
   *
   * @param region where it is
   * @param place code of the post's own region; null for one of the department's hall
   */
  private record Found(
      UUID post, String department, String region, String place, Told unattended, Instant since) {
    /** Which window on which day: no two have the same name in one department, or one region. */
    String subject() {
      LocalDate day = LocalDate.ofInstant(since, CityTime.ZONE);
      return Stream.of(department, place, unattended.window(), day.toString())
          .filter(Objects::nonNull)
          .collect(Collectors.joining("/"));
    }
  }

  /** What the journal is told of it. */
  private record Told(
      String account,
      String post,
      String window,
      String windowEn,
      String place,
      String placeEn,
      Instant since,
      int minutes) {}

  private record Signed(String account, SignKind kind, Instant at) {}

  private record Key(UUID postId, Instant since) {}

  private record Payload(String departmentCode, String regionCode, Told unattended) {}

  private final Pool pool;
  private final AttendanceSettings settings;
  private final CalendarService calendars;
  private final Journal journal;
  private final Clock clock;

  UnattendedWindows(
      Pool pool,
      AttendanceSettings settings,
      CalendarService calendars,
      Journal journal,
      Clock clock) {
    this.pool = pool;
    this.settings = settings;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  @Scheduled(
      every = "{sunlit.attendance.windows-every:60s}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    return pool.preparedQuery(WINDOWS)
        .execute(
            Tuple.of(
                settings.posts().toArray(String[]::new),
                CityTime.startOf(today),
                CityTime.endOf(today)))
        .map(rows -> rows.stream().flatMap(row -> found(row, today, now).stream()).toList())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : pool.withTransaction(connection -> tell(connection, found, now)));
  }

  private Uni<Void> tell(SqlConnection connection, List<Found> found, Instant now) {
    return connection
        .preparedQuery(FRESH)
        .execute(
            Tuple.of(
                StoredJson.write(
                    found.stream().map(each -> new Key(each.post(), each.since())).toList())))
        .map(
            rows -> {
              Set<UUID> fresh = new HashSet<>();
              rows.forEach(row -> fresh.add(row.getUUID("post_id")));
              return found.stream()
                  .filter(each -> fresh.contains(each.post()))
                  .map(each -> entry(each, now))
                  .toList();
            })
        .chain(entries -> journal.appendAll(connection, entries));
  }

  private static JournalEntry entry(Found found, Instant now) {
    return JournalEntry.inside(
        SubjectKind.WINDOW,
        found.subject(),
        KIND,
        null,
        now,
        StoredJson.write(new Payload(found.department(), found.region(), found.unattended())));
  }

  private Optional<Found> found(Row row, LocalDate today, Instant now) {
    Posting posting = Postings.read(row.getString("posting")).posts().get(0);
    return new Window(posting, hours(row, today), signs(row))
        .gap(now)
        .filter(gap -> gap.minutes() >= settings.unattendedAfter().toMinutes())
        .map(
            gap ->
                new Found(
                    row.getUUID("id"),
                    row.getString("department"),
                    row.getString("region"),
                    posting.post().region(),
                    told(row, gap),
                    gap.since()));
  }

  private static Told told(Row row, Gap gap) {
    return new Told(
        gap.account(),
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("place"),
        row.getString("place_en"),
        gap.since(),
        gap.minutes());
  }

  private Hours hours(Row row, LocalDate today) {
    Opening opening =
        row.getString("place") == null
            ? Opening.usually(settings.usualHours())
            : StoredHours.opening(row.getJsonArray("hours"), row.getJsonArray("exceptions"));
    return opening.on(today, calendars.current()::isWorkingDay);
  }

  private static Map<String, List<Sign>> signs(Row row) {
    return Stream.of(StoredJson.read(row.getString("signs"), Signed[].class))
        .collect(
            Collectors.groupingBy(
                Signed::account,
                Collectors.mapping(
                    signed -> new Sign(signed.kind(), signed.at()), Collectors.toList())));
  }
}
