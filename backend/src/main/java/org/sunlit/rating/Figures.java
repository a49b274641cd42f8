package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.platform.CityTime;
import org.sunlit.rating.rules.DepartmentTally;
import org.sunlit.rating.rules.Tally;

/** Counts a month's ratings. A rating counts in the month it was given in. */
@ApplicationScoped
class Figures {
  private static final String GRADES =
      counts("overall")
          + ", "
          + counts("efficiency")
          + ", "
          + counts("attitude")
          + ", "
          + counts("quality");
  private static final String BY_DEPARTMENT =
      """
      select d.code, d.name, d.name_en, coalesce(e.cases, 0) as cases, r.*
      from department d
        left join (select department_code, count(*) as cases from ratable_case
          where ended_at >= $1 and ended_at < $2 group by department_code) e on e.department_code = d.code
        left join (select department_code, count(*) as ratings,"""
          + GRADES
          + """
           from rating where counted and rated_at >= $1 and rated_at < $2 group by department_code) r
          on r.department_code = d.code
      where e.cases > 0 or r.ratings > 0
      order by d.place, d.code
      """;
  private static final String BY_PERSON =
      """
      select a.name as person, a.name_en as person_en, d.code, d.name, d.name_en,
        count(*) filter (where exists (select 1 from rating_sign s where s.rating = r.id)) as suspect,"""
          + counts("overall")
          + """
           from rating r join account a on a.account = r.rated_person join department d on d.code = r.department_code
      where r.counted and r.rated_at >= $1 and r.rated_at < $2
      group by a.account, a.name, a.name_en, d.code, d.name, d.name_en
      order by count(*) desc, a.account limit 500
      """;
  private static final String ASIDE =
      """
      select count(*) filter (where not counted) as aside,
        count(*) filter (where exists (select 1 from rating_sign s where s.rating = r.id)) as suspect
      from rating r where rated_at >= $1 and rated_at < $2
      """;

  /** A month. */
  record Month(YearMonth month) {
    OffsetDateTime from() {
      return month.atDay(1).atStartOfDay(CityTime.ZONE).toOffsetDateTime();
    }

    OffsetDateTime to() {
      return new Month(month.plusMonths(1)).from();
    }

    Tuple tuple() {
      return Tuple.of(from(), to());
    }
  }

  /**
   * How a person was rated.
   *
   * @param suspect how many have a sign that they were not freely given
   */
  record OfPerson(
      String name,
      String nameEn,
      String departmentCode,
      String departmentName,
      String departmentNameEn,
      Tally overall,
      int suspect) {}

  /** What doesn't count, and what is to be looked into. */
  record Doubtful(int aside, int suspect) {}

  private final Pool pool;

  Figures(Pool pool) {
    this.pool = pool;
  }

  Uni<List<DepartmentTally>> byDepartment(Month month) {
    return pool.preparedQuery(BY_DEPARTMENT)
        .execute(month.tuple())
        .map(rows -> RatingStore.all(rows, Figures::ofDepartment));
  }

  Uni<List<OfPerson>> byPerson(Month month) {
    return pool.preparedQuery(BY_PERSON)
        .execute(month.tuple())
        .map(rows -> RatingStore.all(rows, Figures::ofPerson));
  }

  Uni<Doubtful> doubtful(Month month) {
    return pool.preparedQuery(ASIDE)
        .execute(month.tuple())
        .map(rows -> rows.iterator().next())
        .map(row -> new Doubtful(number(row, "aside"), number(row, "suspect")));
  }

  private static String counts(String column) {
    return """
           count(*) filter (where %1$s = 'satisfied') as %1$s_satisfied,
            count(*) filter (where %1$s = 'basicallySatisfied') as %1$s_basically,
            count(*) filter (where %1$s = 'notSatisfied') as %1$s_not\
           """
        .formatted(column);
  }

  private static DepartmentTally ofDepartment(Row row) {
    return new DepartmentTally(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        number(row, "cases"),
        tally(row, "overall"),
        tally(row, "efficiency"),
        tally(row, "attitude"),
        tally(row, "quality"));
  }

  private static OfPerson ofPerson(Row row) {
    return new OfPerson(
        row.getString("person"),
        row.getString("person_en"),
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        tally(row, "overall"),
        number(row, "suspect"));
  }

  private static Tally tally(Row row, String column) {
    return new Tally(
        number(row, column + "_satisfied"),
        number(row, column + "_basically"),
        number(row, column + "_not"));
  }

  private static int number(Row row, String column) {
    Long stored = row.getLong(column);
    return stored == null ? 0 : stored.intValue();
  }
}
