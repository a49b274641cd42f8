package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.inspection.Inspections.Draft;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.inspection.rules.Plausible;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the city knows of whatever somebody wants to record, and whether that can be. */
@ApplicationScoped
class InspectionGround {
  /** Nobody inspects the department they belong to, and whoever holds a post inspects nothing. */
  private static final String INSPECTORS =
      """
      select a.account from account a
      where a.kind = 'staff' and not a.disabled and 'supervisor' = any (a.roles)
        and (cast($1 as text) is null or a.department_code is distinct from $1)
        and not exists (select from post_holder h where h.account = a.account and h.until_at is null)
      """;

  static final String ALL_INSPECTORS =
      "select a.account, a.name, a.name_en from account a where a.account in ("
          + INSPECTORS
          + ") order by a.account";

  private static final String GROUND =
      """
      select d.region_code, p.region_code as place_region, c.version, c.codes,
        array(select x from unnest($4::text[]) x where x not in (
      """
          + INSPECTORS
          + """
        )) as strangers,
        (select s.cases from inspection_sample s where s.id = $5::uuid and s.department_code = $1) as sample,
        array(select x from unnest($6::text[]) x where not exists (
          select from case_file f where f.case_number = x and f.department_code = $1)) as unknown_cases
      from (select 1) one
        left join department d on d.code = $1
        left join place p on p.code = $2::text
        left join lateral (
          select k.version, array(select e ->> 'code' from jsonb_array_elements(k.items) e) as codes
          from inspection_checklist k where k.kind = $3::text order by k.version desc limit 1) c on true
      """;

  /**
   * Where it was, and by which checklist.
   *
   * @param region of the place, or else of the department
   */
  record Ground(String region, int checklistVersion) {}

  private final Pool pool;

  InspectionGround(Pool pool) {
    this.pool = pool;
  }

  /** Fails with 422 when the draft isn't an inspection that can have been. */
  Uni<Ground> of(Draft draft, Instant now) {
    Tuple asked =
        Tuple.of(
                draft.department(),
                draft.place(),
                draft.kind().code(),
                draft.inspectors().toArray(String[]::new))
            .addValue(draft.sampleId())
            .addValue(draft.facts().cases().toArray(String[]::new));
    return pool.preparedQuery(GROUND)
        .execute(asked)
        .map(rows -> judged(draft, rows.iterator().next(), now));
  }

  private static Ground judged(Draft draft, Row row, Instant now) {
    Map<String, String> faults = new LinkedHashMap<>();
    String region = row.getString("region_code");
    String placeRegion = row.getString("place_region");
    String[] sample = row.getArrayOfStrings("sample");
    if (region == null) {
      faults.put("/department", "inspection.no-department");
    }
    if (draft.place() != null && placeRegion == null) {
      faults.put("/place", "inspection.no-place");
    }
    if (draft.inspectedAt().isAfter(now)) {
      faults.put("/inspectedAt", "inspection.future");
    }
    if (row.getArrayOfStrings("strangers").length > 0) {
      faults.put("/inspectors", "inspection.stranger");
    }
    if (draft.sampleId() != null && sample == null) {
      faults.put("/sampleId", "inspection.sample");
    }
    if (draft.found().isEmpty()) {
      faults.put("/found", "field.not-blank");
    }
    if (draft.conclusion().isEmpty()) {
      faults.put("/conclusion", "field.not-blank");
    }
    if (draft.kind() == InspectionKind.FILE_REVIEW
        && row.getArrayOfStrings("unknown_cases").length > 0) {
      faults.put("/cases", "inspection.other-case");
    }
    Plausible.faults(
            draft.kind(),
            draft.inspectors().size(),
            draft.facts(),
            Arrays.asList(row.getArrayOfStrings("codes")),
            sample == null ? List.of() : Arrays.asList(sample))
        .forEach(faults::putIfAbsent);
    if (!faults.isEmpty()) {
      Problem problem = Problem.of(ProblemType.UNPROCESSABLE);
      for (Map.Entry<String, String> fault : faults.entrySet()) {
        problem = problem.at(fault.getKey(), fault.getValue());
      }
      throw problem;
    }
    return new Ground(placeRegion == null ? region : placeRegion, row.getInteger("version"));
  }
}
