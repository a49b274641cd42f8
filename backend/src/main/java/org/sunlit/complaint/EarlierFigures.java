package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.EarlierFigure;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;

/**
 * How long earlier messages waited for their answer (I14), in all and by department, category and
 * year. Between two messages in order a percentile is interpolated, as {@code percentile_cont} has
 * it.
 */
@ApplicationScoped
class EarlierFigures {
  /** {@code parts} says which of department, category and year a row is not split by, as bits. */
  private static final String COUNT =
      """
      select grouping(e.department, e.category, e.year) as parts, e.department, d.name, d.name_en,
        c.name as category, e.year, count(*) as answered,
        count(*) filter (where e.working_days <= e.allowed) as within_limit,
        percentile_cont(0.5) within group (order by e.hours) as median_hours,
        percentile_cont(0.9) within group (order by e.hours) as ninetieth_hours,
        percentile_cont(0.5) within group (order by e.working_days) as median_days,
        percentile_cont(0.9) within group (order by e.working_days) as ninetieth_days,
        min(e.received_at) as first, max(e.received_at) as last
      from (select department, left(category, 2) as category, received_at, working_days,
          extract(year from received_at at time zone 'Asia/Shanghai')::integer as year,
          extract(epoch from replied_at - received_at)::double precision / 3600 as hours,
          case kind when 'enquiry' then $1::integer when 'suggestion' then $2 when 'complaint' then $3 else $4 end as allowed
        from earlier_answer where withdrawn_at is null) e
        left join department d on d.code = e.department left join complaint_category c on c.code = e.category
      group by grouping sets ((), (e.department, d.name, d.name_en), (e.category, c.name), (e.year))
      order by e.year, answered desc, e.department, e.category
      """;

  private static final int NOT_SPLIT = 0b111;
  private static final int BY_DEPARTMENT = 0b011;
  private static final int BY_CATEGORY = 0b101;
  private static final int BY_YEAR = 0b110;

  private final Pool pool;
  private final ComplaintSettings settings;

  EarlierFigures(Pool pool, ComplaintSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  Uni<org.sunlit.api.model.EarlierFigures> all() {
    return pool.preparedQuery(COUNT)
        .execute(
            Tuple.of(
                allowed(ComplaintKind.ENQUIRY),
                allowed(ComplaintKind.SUGGESTION),
                allowed(ComplaintKind.COMPLAINT),
                allowed(ComplaintKind.HELP)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .map(EarlierFigures::figures);
  }

  /** Working days. */
  private int allowed(ComplaintKind kind) {
    return settings.reply(kind, ComplaintChannel.WEB).amount();
  }

  private static org.sunlit.api.model.EarlierFigures figures(List<Row> rows) {
    Row total = split(rows, NOT_SPLIT).get(0);
    OffsetDateTime first = total.getOffsetDateTime("first");
    OffsetDateTime last = total.getOffsetDateTime("last");
    return new org.sunlit.api.model.EarlierFigures()
        .from(first == null ? null : Answers.day(first.toInstant()))
        .to(last == null ? null : Answers.day(last.toInstant()))
        .total(figure(total))
        .byDepartment(split(rows, BY_DEPARTMENT).stream().map(EarlierFigures::figure).toList())
        .byCategory(split(rows, BY_CATEGORY).stream().map(EarlierFigures::figure).toList())
        .byYear(split(rows, BY_YEAR).stream().map(EarlierFigures::figure).toList());
  }

  private static List<Row> split(List<Row> rows, int parts) {
    return rows.stream().filter(row -> row.getInteger("parts") == parts).toList();
  }

  private static EarlierFigure figure(Row row) {
    String department = row.getString("department");
    return new EarlierFigure()
        .answered(Math.toIntExact(row.getLong("answered")))
        .withinLimit(Math.toIntExact(row.getLong("within_limit")))
        .medianHours(row.getDouble("median_hours"))
        .ninetiethHours(row.getDouble("ninetieth_hours"))
        .medianWorkingDays(row.getDouble("median_days"))
        .ninetiethWorkingDays(row.getDouble("ninetieth_days"))
        .department(
            department == null
                ? null
                : new DepartmentReference()
                    .code(department)
                    .name(row.getString("name"))
                    .nameEn(row.getString("name_en")))
        .category(row.getString("category"))
        .year(row.getInteger("year"));
  }
}
