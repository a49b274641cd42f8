package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.api.model.CasePage;
import org.sunlit.api.model.CasePageCounts;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.CaseSummary;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.DueSpan;
import org.sunlit.api.model.Handling;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;

/**
 * Cases of the green channel first (B11), then by when they are due, of those a reader may see. Who
 * may see what is decided in the SQL.
 */
@ApplicationScoped
class CaseList {
  /**
   * What is asked for.
   *
   * @param mine only what the reader's posts can act on now
   * @param state null for any
   * @param due a span's API name; null for any
   * @param q part of a case number or of an item's name; null for any
   */
  record Asked(boolean mine, String state, String due, String q, int limit, String cursor) {}

  /** Parameters 1 to 6 are the reader's rights, 7 is mine, 8 and 9 what they can act on. */
  private static final String SCOPE =
      "from case_file c where "
          + CaseRights.readable(1)
          + "and (not $7::boolean or (c.open and c.state <> 'inCorrection' and "
          + CaseRights.actable(8)
          + "))\n";

  /** The same for tasks at one desk: parameter 7 is the desk, 8 its posts, 9 whose it is. */
  private static final String AT_DESK =
      "from case_file c where "
          + CaseRights.readable(1)
          + "and c.open and c.state <> 'inCorrection' and "
          + CaseRights.atDesk(7)
          + "\n";

  private static final String FILTER =
      """
        and ($10::text is null or c.state = $10)
        and ($11::text is null or c.case_number like '%' || $11 || '%' or c.item_name ilike '%' || $11 || '%'
          or c.item_name_en ilike '%' || $11 || '%')
        and c.due_order >= $12 and c.due_order < $13
        and ($14::boolean or c.open)
      """;
  private static final String PAGE =
      """
      select c.case_number, c.item_code, c.item_name, c.item_name_en, c.department_code,
        d.name as department_name, d.name_en as department_name_en, c.region_code, c.handling,
        c.applicant_masked, c.state, c.step_id, c.step_name, c.step_name_en, c.step_due_at, c.due_at,
        c.due_order, c.priority, c.submitted_at, c.version
      from (
        select c.*
      %s
      """
          + FILTER
          + """
        and (c.priority, c.due_order, c.case_number) > ($15, $16, $17)
        order by c.priority, c.due_order, c.case_number
        limit $18
      ) c join department d on d.code = c.department_code
      order by c.priority, c.due_order, c.case_number
      """;
  private static final String TOTAL = "select count(*) as total %s" + FILTER;
  private static final String COUNTS =
      """
      select count(*) filter (where c.due_order < $10) as late,
        count(*) filter (where c.due_order >= $10 and c.due_order < $11) as today,
        count(*) filter (where c.due_order >= $11 and c.due_order < $12) as soon,
        count(*) filter (where c.due_order >= $12 and c.due_order < $13) as later,
        count(*) filter (where c.due_order >= $13) as none
      %s and c.open
      """;

  /** What is asked from where the reader stands: tasks at one desk have statements of their own. */
  private record Place(CaseRights rights, Optional<CaseRights.Desk> desk) {
    static Place of(Asked asked, CaseRights rights) {
      return new Place(rights, asked.mine() ? rights.desk() : Optional.empty());
    }

    /** Not {@code formatted}: what is looked for has signs of its own. */
    String statement(String whole) {
      return whole.replace("%s", desk.isPresent() ? AT_DESK : SCOPE);
    }

    Tuple scope(Asked asked) {
      Tuple tuple = rights.addTo(Tuple.tuple());
      return desk.map(
              at ->
                  tuple
                      .addArrayOfString(new String[] {at.department(), at.regionsLike()})
                      .addArrayOfString(at.posts())
                      .addString(rights.actor().accountId()))
          .orElseGet(() -> rights.addActableTo(tuple.addBoolean(asked.mine())));
    }
  }

  private final Pool pool;
  private final CalendarService calendars;
  private final Clock clock;

  CaseList(Pool pool, CalendarService calendars, Clock clock) {
    this.pool = pool;
    this.calendars = calendars;
    this.clock = clock;
  }

  Uni<CasePage> page(Asked asked, Actor actor) {
    Place place = Place.of(asked, new CaseRights(actor));
    DueSpans spans = DueSpans.at(clock.instant(), calendars.current());
    ListCursor after = ListCursor.read(asked.cursor());
    Tuple page = filtered(asked, place, spans);
    page.addValue((short) after.priority())
        .addValue(CityTime.offset(after.dueOrder()))
        .addValue(after.caseNumber())
        .addValue(asked.limit() + 1);
    return pool.preparedQuery(place.statement(PAGE))
        .execute(page)
        .chain(
            rows ->
                counts(asked, place, spans)
                    .chain(
                        counts ->
                            total(asked, actor, counts)
                                .map(total -> page(rows, asked, spans, total, counts))));
  }

  /** Of all of one's tasks there are as many as of all spans together. */
  private Uni<Long> total(Asked asked, Actor actor, CasePageCounts counts) {
    boolean all = asked.mine() && asked.state() == null && asked.due() == null && asked.q() == null;
    return all
        ? Uni.createFrom()
            .item(
                (long) counts.getLate()
                    + counts.getToday()
                    + counts.getSoon()
                    + counts.getLater()
                    + counts.getNone())
        : count(asked, actor);
  }

  /** How many there are of what is asked for, of those the reader may see. */
  Uni<Long> count(Asked asked, Actor actor) {
    Place place = Place.of(asked, new CaseRights(actor));
    DueSpans spans = DueSpans.at(clock.instant(), calendars.current());
    return pool.preparedQuery(place.statement(TOTAL))
        .execute(filtered(asked, place, spans))
        .map(total -> total.iterator().next().getLong("total"));
  }

  private Uni<CasePageCounts> counts(Asked asked, Place place, DueSpans spans) {
    Tuple scope = place.scope(asked);
    scope
        .addValue(CityTime.offset(spans.now()))
        .addValue(CityTime.offset(spans.tomorrow()))
        .addValue(CityTime.offset(spans.afterSoon()))
        .addValue(CityTime.offset(CaseRow.NEVER));
    return pool.preparedQuery(place.statement(COUNTS))
        .execute(scope)
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new CasePageCounts()
                    .late(row.getLong("late").intValue())
                    .today(row.getLong("today").intValue())
                    .soon(row.getLong("soon").intValue())
                    .later(row.getLong("later").intValue())
                    .none(row.getLong("none").intValue()));
  }

  private static Tuple filtered(Asked asked, Place place, DueSpans spans) {
    boolean anySpan = asked.due() == null;
    Tuple filtered = place.scope(asked);
    filtered
        .addValue(asked.state())
        .addValue(asked.q() == null || asked.q().isBlank() ? null : literal(asked.q().strip()))
        .addValue(CityTime.offset(spans.from(anySpan ? "late" : asked.due())))
        .addValue(CityTime.offset(spans.to(anySpan ? "none" : asked.due())))
        // A span asks for what is pressing, so of the ended cases it has none.
        .addValue(anySpan);
    return filtered;
  }

  /** What is typed is looked for as it is: % and _ have no meaning of their own. */
  private static String literal(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static CasePage page(
      RowSet<Row> rows, Asked asked, DueSpans spans, long total, CasePageCounts counts) {
    List<CaseSummary> items = new ArrayList<>();
    ListCursor last = null;
    for (Row row : rows) {
      if (items.size() == asked.limit()) {
        break;
      }
      items.add(summary(row, spans));
      last =
          new ListCursor(
              row.getInteger("priority"),
              row.getOffsetDateTime("due_order").toInstant(),
              row.getString("case_number"));
    }
    return new CasePage()
        .items(items)
        .total((int) total)
        .counts(counts)
        .nextCursor(rows.size() > asked.limit() ? last.write() : null);
  }

  static CaseSummary summary(Row row, DueSpans spans) {
    return new CaseSummary()
        .caseNumber(row.getString("case_number"))
        .itemCode(row.getString("item_code"))
        .itemName(row.getString("item_name"))
        .itemNameEn(row.getString("item_name_en"))
        .department(
            new DepartmentReference()
                .code(row.getString("department_code"))
                .name(row.getString("department_name"))
                .nameEn(row.getString("department_name_en")))
        .regionCode(row.getString("region_code"))
        .handling(Handling.fromValue(row.getString("handling")))
        .applicantMasked(row.getString("applicant_masked"))
        .state(CaseState.fromValue(row.getString("state")))
        .stepId(row.getString("step_id"))
        .stepName(row.getString("step_name"))
        .stepNameEn(row.getString("step_name_en"))
        .stepDueAt(local(row, "step_due_at"))
        .dueAt(local(row, "due_at"))
        .dueSpan(DueSpan.fromValue(spans.of(row.getOffsetDateTime("due_order").toInstant())))
        .workingDaysLeft(
            spans.workingDaysLeft(row.getOffsetDateTime("due_order").toInstant()).orElse(null))
        .green(row.getInteger("priority") != CaseRow.USUAL)
        .submittedAt(local(row, "submitted_at"))
        .version(row.getInteger("version").longValue());
  }

  private static java.time.OffsetDateTime local(Row row, String column) {
    java.time.OffsetDateTime stored = row.getOffsetDateTime(column);
    return stored == null ? null : CityTime.offset(stored.toInstant());
  }
}
