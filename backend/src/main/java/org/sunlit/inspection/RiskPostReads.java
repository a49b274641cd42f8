package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;

/** Posts with a grave risk (A级岗位): those of the flows in force, and those that were marked. */
@ApplicationScoped
class RiskPostReads {
  /** Wherever in a flow the step stands: in the flow itself or in a sub-process of it. */
  private static final String REGISTER =
      """
      with flows as (
        select distinct v.department_code, v.flow_id from power_item_version v
        where v.effective_from <= $1 and (v.effective_to is null or v.effective_to >= $1) and v.status = 'inForce'
      ), risky as (
        select f.id, s -> 'post' ->> 'code' as post, min(s -> 'post' ->> 'name') as name,
          min(s -> 'post' ->> 'nameEn') as name_en
        from flow_definition f,
          jsonb_path_query(f.definition, 'strict $.** ? (exists (@.risks[*] ? (@.grade == "A")))') s
        where f.id in (select flow_id from flows) and s -> 'post' ->> 'code' is not null
        group by f.id, s -> 'post' ->> 'code'
      ), derived as (
        select w.department_code, r.post, min(r.name) as name, min(r.name_en) as name_en
        from flows w join risky r on r.id = w.flow_id group by w.department_code, r.post
      ), marks as (
        select distinct on (department_code, post) department_code, post, marked from risk_post_mark
        order by department_code, post, id desc
      ), posts as (
        select coalesce(x.department_code, m.department_code) as department_code, coalesce(x.post, m.post) as post,
          x.name, x.name_en, x.post is not null as by_flows, coalesce(m.marked, false) as marked
        from derived x full join marks m
          on m.department_code = x.department_code and m.post = x.post
      )
      select p.*, d.name as department, d.name_en as department_en, i.inspected_at, e.year, e.grade
      from posts p join department d on d.code = p.department_code
        left join lateral (select max(n.inspected_at) as inspected_at from inspection n
          where n.department_code = p.department_code and n.post = p.post) i on true
        left join lateral (select v.year, v.grade from risk_post_evaluation v
          where v.department_code = p.department_code and v.post = p.post
          order by v.year desc, v.number desc limit 1) e on true
      """;

  private static final String ALL =
      REGISTER
          + " where p.by_flows or p.marked order by i.inspected_at nulls first, d.place, p.post";
  private static final String ONE = REGISTER + " where p.department_code = $2 and p.post = $3";
  private static final String MARKED =
      """
      select coalesce((select m.marked from risk_post_mark m where m.department_code = :department and m.post = :post
        order by m.id desc limit 1), false)
      """;
  private static final String MARKS =
      """
      select coalesce(json_agg(json_build_object('marked', m.marked, 'reason', m.reason, 'at', m.at,
        'by', coalesce(a.name, m.account)) order by m.id desc), '[]')::text as rows
      from risk_post_mark m left join account a on a.account = m.account
      where m.department_code = $1 and m.post = $2
      """;
  private static final String EVALUATIONS =
      """
      select coalesce(json_agg(json_build_object('year', e.year, 'number', e.number, 'grade', e.grade,
        'words', translate(encode(e.words, 'base64'), E'\\n', ''), 'at', e.at, 'by', coalesce(a.name, e.account))
        order by e.year desc, e.number desc), '[]')::text as rows
      from risk_post_evaluation e left join account a on a.account = e.account
      where e.department_code = $1 and e.post = $2
      """;

  /**
   * A post of the register.
   *
   * @param inspectedOn null when it never was
   * @param dueOn of the next inspection; null when it never was inspected: then it is due now
   * @param year of the latest evaluation; null when there is none
   */
  record Post(
      Named department,
      String post,
      String name,
      String nameEn,
      boolean byFlows,
      boolean marked,
      LocalDate inspectedOn,
      LocalDate dueOn,
      boolean overdue,
      Integer year,
      String grade) {}

  /** That a post was marked, or not any more. */
  record Mark(boolean marked, String reason, OffsetDateTime at, String by) {}

  /** An evaluation as it is stored. */
  record Evaluated(
      int year, int number, String grade, byte[] words, OffsetDateTime at, String by) {}

  private final Pool pool;
  private final InspectionSettings settings;
  private final Clock clock;

  RiskPostReads(Pool pool, InspectionSettings settings, Clock clock) {
    this.pool = pool;
    this.settings = settings;
    this.clock = clock;
  }

  /** The register, the longest overdue first. */
  Uni<List<Post>> all() {
    LocalDate today = today();
    return pool.preparedQuery(ALL)
        .execute(Tuple.of(today))
        .map(rows -> rows.stream().map(row -> post(row, today)).toList());
  }

  Uni<Optional<Post>> find(String department, String post) {
    LocalDate today = today();
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(today, department, post))
        .map(rows -> rows.stream().findFirst().map(row -> post(row, today)));
  }

  Uni<Boolean> marked(Mutiny.Session session, String department, String post) {
    return session
        .createNativeQuery(MARKED, Boolean.class)
        .setParameter("department", department)
        .setParameter("post", post)
        .getSingleResult();
  }

  Uni<List<Mark>> marks(String department, String post) {
    return rows(MARKS, department, post).map(json -> List.of(StoredJson.read(json, Mark[].class)));
  }

  Uni<List<Evaluated>> evaluations(String department, String post) {
    return rows(EVALUATIONS, department, post)
        .map(json -> List.of(StoredJson.read(json, Evaluated[].class)));
  }

  private Uni<String> rows(String sql, String department, String post) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(department, post))
        .map(rows -> rows.iterator().next().getString("rows"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  private Post post(Row row, LocalDate today) {
    OffsetDateTime at = row.getOffsetDateTime("inspected_at");
    LocalDate inspected = at == null ? null : LocalDate.ofInstant(at.toInstant(), CityTime.ZONE);
    LocalDate due = inspected == null ? null : inspected.plusMonths(settings.riskPostMonths());
    String post = row.getString("post");
    String name = row.getString("name");
    return new Post(
        Named.of(row, "department_code", "department"),
        post,
        name == null ? post : name,
        row.getString("name_en"),
        row.getBoolean("by_flows"),
        row.getBoolean("marked"),
        inspected,
        due,
        due == null || due.isBefore(today),
        row.getInteger("year"),
        row.getString("grade"));
  }
}
