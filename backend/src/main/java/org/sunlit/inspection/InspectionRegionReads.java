package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Inspections counted by region, one level after the other (市→區→街道→社區, D6). */
@ApplicationScoped
class InspectionRegionReads {
  private static final String TOP =
      "select code from region where parent_code is null order by code limit 1";

  /** Each region counts what is in it and everywhere below. */
  private static final String COUNTS =
      """
      with recursive head as (
        select code, name, name_en, level, parent_code from region where code = $1 or parent_code = $1
      ), below(top, code) as (
        select code, code from head
        union all select b.top, r.code from below b join region r on r.parent_code = b.code
      ), counted as (
        select b.top, count(i.id) as inspections, count(*) filter (where i.findings > 0) as findings,
          count(*) filter (where i.state in ('rectifying', 'answered')) as open,
          count(*) filter (where i.due_on < $2) as late,
          count(*) filter (where i.state = 'accepted') as done
        from below b left join inspection i on i.region_code = b.code
          and ($3::timestamptz is null or i.inspected_at >= $3)
          and ($4::timestamptz is null or i.inspected_at < $4)
        group by b.top
      )
      select h.code, h.name, h.name_en, h.level, c.inspections, c.findings, c.open, c.late, c.done,
        (select count(*) from region r where r.parent_code = h.code) as parts
      from head h join counted c on c.top = h.code order by h.code <> $1, h.code
      """;

  private static final String ABOVE =
      """
      with recursive up(code, name, name_en, parent_code, steps) as (
        select code, name, name_en, parent_code, 0 from region where code = $1
        union all select r.code, r.name, r.name_en, r.parent_code, u.steps + 1
          from up u join region r on r.code = u.parent_code
      )
      select coalesce(json_agg(json_build_object('code', code, 'name', name, 'nameEn', name_en)
        order by steps desc), '[]')::text as above from up where steps > 0
      """;

  /** So many inspections, findings, and rectifications. */
  record Counts(int inspections, int findings, int open, int late, int done) {}

  /**
   * A region with what is in it and below.
   *
   * @param parts how many regions are right below
   */
  record Counted(Named region, String level, int parts, Counts counts) {}

  /** A region, the way down to it, and its parts. */
  record Drilled(List<Named> above, Counted region, List<Counted> parts) {}

  private final Pool pool;
  private final InspectionReads reads;

  InspectionRegionReads(Pool pool, InspectionReads reads) {
    this.pool = pool;
    this.reads = reads;
  }

  /**
   * Counts a region and its parts.
   *
   * @param region null for the city
   * @return fails with 404 for one that isn't there
   */
  Uni<Drilled> drill(String region, LocalDate from, LocalDate to) {
    Uni<String> head =
        region == null
            ? pool.query(TOP)
                .execute()
                .map(rows -> rows.stream().findFirst().map(row -> row.getString(0)).orElse(""))
            : Uni.createFrom().item(region);
    return head.chain(
        code ->
            pool.preparedQuery(COUNTS)
                .execute(Tuple.of(code, reads.today(), CityTime.startOf(from), CityTime.endOf(to)))
                .map(rows -> rows.stream().map(InspectionRegionReads::counted).toList())
                .chain(counted -> drilled(code, counted)));
  }

  private Uni<Drilled> drilled(String code, List<Counted> counted) {
    if (counted.isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return pool.preparedQuery(ABOVE)
        .execute(Tuple.of(code))
        .map(rows -> rows.iterator().next().getString("above"))
        .map(
            above ->
                new Drilled(
                    List.of(StoredJson.read(above, Named[].class)),
                    counted.get(0),
                    counted.subList(1, counted.size())));
  }

  private static Counted counted(Row row) {
    return new Counted(
        Named.of(row, "code", "name"),
        row.getString("level"),
        row.getLong("parts").intValue(),
        new Counts(
            row.getLong("inspections").intValue(),
            row.getLong("findings").intValue(),
            row.getLong("open").intValue(),
            row.getLong("late").intValue(),
            row.getLong("done").intValue()));
  }
}
