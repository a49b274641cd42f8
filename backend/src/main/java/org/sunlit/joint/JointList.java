package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.JointApplicationPage;
import org.sunlit.api.model.JointApplicationSummary;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.CasesTogether.Brief;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The desk: joint applications a reader's department leads or has joined, newest first. */
@ApplicationScoped
class JointList {
  private static final int USUAL_PAGE = 20;
  private static final String PAGE =
      """
      select a.joint_number, a.theme_code, a.theme_name, a.theme_name_en, a.lead_department,
        d.name as lead_name, d.name_en as lead_name_en, a.applicant_masked, a.submitted_at, a.leads,
        (select array_agg(c.case_number order by c.place) from joint_case c
          where c.joint_number = a.joint_number) as cases
      from (
        select j.*, %s as leads from joint_application j
      ) a
        join department d on d.code = a.lead_department
      where (a.leads or exists (select from joint_case c where c.joint_number = a.joint_number and %s))
        and ($6::boolean is null or a.leads = $6)
        and (not $7::boolean or exists (select from joint_case c
          where c.joint_number = a.joint_number and case_is_open(c.case_number)))
        and ($8::timestamptz is null or (a.submitted_at, a.joint_number) < ($8, $9))
      order by a.submitted_at desc, a.joint_number desc limit $10
      """
          .formatted(
              Reach.within("j.lead_department", "j.region_code", 1),
              Reach.within("c.department_code", "a.region_code", 1));

  /** A place in the list. */
  private record Place(OffsetDateTime submittedAt, String number) {
    static Place of(String cursor) {
      try {
        String[] parts = cursor.split("_", 2);
        return new Place(
            CityTime.offset(Instant.ofEpochSecond(0, Long.parseLong(parts[0]) * 1000)), parts[1]);
      } catch (RuntimeException unreadable) {
        throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
      }
    }

    static String after(Row row) {
      Instant at = row.getOffsetDateTime("submitted_at").toInstant();
      return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1000)
          + "_"
          + row.getString("joint_number");
    }
  }

  private final Pool pool;
  private final CasesTogether cases;

  JointList(Pool pool, CasesTogether cases) {
    this.pool = pool;
    this.cases = cases;
  }

  /**
   * A page of it.
   *
   * @param lead only those the department leads, or only those it has joined; null for both
   * @param open only those with a case that hasn't ended
   */
  Uni<JointApplicationPage> page(
      Actor reader, Boolean lead, boolean open, Integer limit, String cursor) {
    int size = limit == null ? USUAL_PAGE : limit;
    Place after = cursor == null ? null : Place.of(cursor);
    Tuple asked =
        Reach.of(reader)
            .addTo(Tuple.tuple())
            .addBoolean(lead)
            .addBoolean(open)
            .addOffsetDateTime(after == null ? null : after.submittedAt())
            .addString(after == null ? null : after.number())
            .addInteger(size + 1);
    return pool.preparedQuery(PAGE)
        .execute(asked)
        .chain(
            rows -> {
              List<Row> found = new ArrayList<>();
              rows.forEach(found::add);
              List<Row> shown = found.subList(0, Math.min(size, found.size()));
              List<String> numbers =
                  shown.stream().flatMap(row -> Stream.of(numbers(row))).toList();
              return cases
                  .briefs(numbers)
                  .map(
                      briefs ->
                          new JointApplicationPage()
                              .items(shown.stream().map(row -> summary(row, briefs)).toList())
                              .nextCursor(
                                  found.size() > size ? Place.after(shown.get(size - 1)) : null));
            });
  }

  private static String[] numbers(Row row) {
    return row.getArrayOfStrings("cases");
  }

  private static JointApplicationSummary summary(Row row, Map<String, Brief> briefs) {
    List<Brief> own = Stream.of(numbers(row)).map(briefs::get).toList();
    int open = (int) own.stream().filter(one -> one.state().open()).count();
    return new JointApplicationSummary()
        .jointNumber(row.getString("joint_number"))
        .themeCode(row.getString("theme_code"))
        .themeName(row.getString("theme_name"))
        .themeNameEn(row.getString("theme_name_en"))
        .applicantMasked(row.getString("applicant_masked"))
        .leadDepartment(
            new DepartmentReference()
                .code(row.getString("lead_department"))
                .name(row.getString("lead_name"))
                .nameEn(row.getString("lead_name_en")))
        .lead(row.getBoolean("leads"))
        .submittedAt(row.getOffsetDateTime("submitted_at"))
        .ended(open == 0)
        .cases(own.size())
        .openCases(open)
        .dueAt(
            own.stream()
                .filter(one -> one.state().open())
                .map(Brief::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(CityTime::offset)
                .orElse(null));
  }
}
