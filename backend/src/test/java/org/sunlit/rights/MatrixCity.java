package org.sunlit.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
import org.sunlit.testing.SignedIn;

/**
 * Somebody in every role, at the department {@code mxa} or in its township, and a case in each
 * {@link Reach} of theirs.
 */
@ApplicationScoped
class MatrixCity {
  private static final String CITY = "990200000000";
  private static final String COUNTY = "990201000000";
  private static final String TOWNSHIP = "990201001000";
  private static final String OTHER_TOWNSHIP = "990201002000";
  private static final String DEPARTMENT = "mxa";
  private static final String OTHER_DEPARTMENT = "mxb";
  private static final Set<Role> LOCAL = Set.of(Role.TOWNSHIP_CLERK, Role.VILLAGE_AGENT);
  private static final String MATERIAL = "M1";

  private final Founding founding;
  private final Desk desk = new Desk(SignedIn::token);
  private final Map<Reach, String> cases = new EnumMap<>(Reach.class);
  private final Map<Reach, String> materials = new EnumMap<>(Reach.class);

  MatrixCity(Founding founding) {
    this.founding = founding;
  }

  synchronized void found() {
    if (!cases.isEmpty()) {
      return;
    }
    founding.publish(
        List.of(
            Founding.city(CITY, "矩阵市"),
            new RegionDraft(COUNTY, "矩阵区", null, RegionLevel.COUNTY, CITY),
            new RegionDraft(TOWNSHIP, "甲镇", null, RegionLevel.TOWNSHIP, COUNTY),
            new RegionDraft(OTHER_TOWNSHIP, "乙镇", null, RegionLevel.TOWNSHIP, COUNTY)),
        List.of(
            Founding.department(DEPARTMENT, "甲局", CITY),
            Founding.department(OTHER_DEPARTMENT, "乙局", CITY)),
        List.of(item(DEPARTMENT), item(OTHER_DEPARTMENT)));
    for (Role role : Role.values()) {
      SignedIn.as(account(role));
    }
    cases.put(Reach.OWN, begin(DEPARTMENT, TOWNSHIP));
    cases.put(Reach.SAME_DEPARTMENT, begin(DEPARTMENT, TOWNSHIP));
    accept(cases.get(Reach.SAME_DEPARTMENT));
    cases.put(Reach.OTHER_DEPARTMENT, begin(OTHER_DEPARTMENT, TOWNSHIP));
    cases.put(Reach.OTHER_REGION, begin(OTHER_DEPARTMENT, OTHER_TOWNSHIP));
    cases.forEach((reach, caseNumber) -> materials.put(reach, materialOf(caseNumber)));
  }

  /** The token of whoever has the role; empty for a guest. */
  Optional<String> token(Actors actor) {
    return actor.role().map(MatrixCity::nameOf).map(desk::token);
  }

  String caseIn(Reach reach) {
    return cases.get(reach);
  }

  /** What a path needs to name the case in this reach, or something of it. */
  Map<String, String> namesIn(Reach reach) {
    return Map.of("caseNumber", cases.get(reach), "materialId", materials.get(reach));
  }

  private static String nameOf(Role role) {
    return "matrix." + role.code().toLowerCase(Locale.ROOT);
  }

  private static StaffAccount account(Role role) {
    boolean local = LOCAL.contains(role);
    return new StaffAccount(
        nameOf(role),
        "某某",
        null,
        null,
        local ? null : DEPARTMENT,
        local ? TOWNSHIP : CITY,
        null,
        Set.of(role),
        posts(role));
  }

  private static Set<String> posts(Role role) {
    return switch (role) {
      case WINDOW_CLERK -> Set.of("window");
      case REVIEWER -> Set.of("reviewer");
      case APPROVER, CHIEF_REPRESENTATIVE -> Set.of("approver");
      case TOWNSHIP_CLERK -> Set.of("township");
      case VILLAGE_AGENT -> Set.of("agent");
      case SUPERVISOR,
          CATALOGUE_EDITOR,
          ADMINISTRATOR,
          PETITION_SCREENER,
          COMMITTEE_MEMBER,
          INVESTIGATOR,
          DISCIPLINE_HEAD,
          PUBLIC_SUPERVISOR,
          PROJECT_OWNER,
          FULL_PROCESS_AGENT,
          CITIZEN,
          ENTERPRISE ->
          Set.of();
    };
  }

  private static String begin(String department, String region) {
    return Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "itemCode",
                code(department),
                "regionCode",
                region,
                "applicant",
                Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                "materials",
                List.of(Map.of("code", MATERIAL, "uploadId", Api.upload()))))
        .post("/api/v1/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("caseNumber");
  }

  private String materialOf(String caseNumber) {
    return desk.as(nameOf(Role.SUPERVISOR))
        .get("/api/v1/cases/" + caseNumber)
        .then()
        .statusCode(200)
        .extract()
        .path("materials[0].id");
  }

  /** By the window, so that it is at the reviewer's step. */
  private void accept(String caseNumber) {
    desk.act(nameOf(Role.WINDOW_CLERK), caseNumber, "accept", Map.of()).then().statusCode(200);
  }

  private static String code(String department) {
    return department.toUpperCase(Locale.ROOT) + "-LIC-01";
  }

  private static SampleItem item(String department) {
    return SampleItem.of(department, code(department), CITY)
        .named("矩阵事项")
        .asking(List.of(SampleItem.material(MATERIAL, "申请书", false)));
  }
}
