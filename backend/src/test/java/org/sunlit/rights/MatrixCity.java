package org.sunlit.rights;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemContent;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemPublisher;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.Publication;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.ServiceFor;
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
  private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ItemPublisher publisher;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private final Map<Reach, String> cases = new EnumMap<>(Reach.class);
  private final Map<Reach, String> materials = new EnumMap<>(Reach.class);

  MatrixCity(ItemPublisher publisher) {
    this.publisher = publisher;
  }

  synchronized void found() {
    if (!cases.isEmpty()) {
      return;
    }
    publisher
        .publish(
            Publication.of(
                List.of(
                    new RegionDraft(CITY, "矩阵市", null, RegionLevel.CITY, null),
                    new RegionDraft(COUNTY, "矩阵区", null, RegionLevel.COUNTY, CITY),
                    new RegionDraft(TOWNSHIP, "甲镇", null, RegionLevel.TOWNSHIP, COUNTY),
                    new RegionDraft(OTHER_TOWNSHIP, "乙镇", null, RegionLevel.TOWNSHIP, COUNTY)),
                List.of(department(DEPARTMENT, "甲局"), department(OTHER_DEPARTMENT, "乙局")),
                List.of(item(DEPARTMENT), item(OTHER_DEPARTMENT)),
                LocalDate.of(2024, 1, 1)))
        .await()
        .atMost(PATIENCE);
    for (Role role : Role.values()) {
      tokens.put(role, SignedIn.as(account(role)));
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
    return actor.role().map(tokens::get);
  }

  String caseIn(Reach reach) {
    return cases.get(reach);
  }

  /** What a path needs to name the case in this reach, or something of it. */
  Map<String, String> namesIn(Reach reach) {
    return Map.of("caseNumber", cases.get(reach), "materialId", materials.get(reach));
  }

  private static StaffAccount account(Role role) {
    boolean local = LOCAL.contains(role);
    return new StaffAccount(
        "matrix." + role.code().toLowerCase(Locale.ROOT),
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
          PUBLIC_SUPERVISOR,
          PROJECT_OWNER,
          CITIZEN,
          ENTERPRISE ->
          Set.of();
    };
  }

  private static String begin(String department, String region) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            Map.of(
                "itemCode",
                code(department),
                "regionCode",
                region,
                "applicant",
                Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                "materials",
                List.of(Map.of("code", MATERIAL, "uploadId", upload()))))
        .post("/api/v1/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("caseNumber");
  }

  private static String upload() {
    return given()
        .multiPart("file", "申请书.pdf", PDF.getBytes(StandardCharsets.US_ASCII))
        .post("/api/v1/uploads")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String materialOf(String caseNumber) {
    return given()
        .header("Authorization", "Bearer " + tokens.get(Role.SUPERVISOR))
        .get("/api/v1/cases/" + caseNumber)
        .then()
        .statusCode(200)
        .extract()
        .path("materials[0].id");
  }

  /** By the window, so that it is at the reviewer's step. */
  private void accept(String caseNumber) {
    given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.get(Role.WINDOW_CLERK))
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", "\"1\"")
        .body(Map.of("confirmedRisk", true))
        .post("/api/v1/cases/" + caseNumber + "/actions/accept")
        .then()
        .statusCode(200);
  }

  private static String code(String department) {
    return department.toUpperCase(Locale.ROOT) + "-LIC-01";
  }

  private static DepartmentDraft department(String code, String name) {
    return new DepartmentDraft(
        code, name, null, null, null, CITY, null, null, null, null, null, null);
  }

  private static Material material() {
    return new Material(
        MATERIAL,
        "申请书",
        null,
        MaterialForm.ELECTRONIC,
        1,
        MaterialSource.APPLICANT,
        false,
        false,
        null);
  }

  private static ItemDraft item(String department) {
    return new ItemDraft(
        code(department),
        null,
        new ItemContent(
            "矩阵事项" + department,
            null,
            null,
            Category.LICENCE,
            department,
            CITY,
            RegionLevel.CITY,
            ItemStatus.IN_FORCE,
            null,
            null,
            null,
            Handling.PROMISED,
            null,
            null,
            4,
            0,
            ServiceFor.BOTH,
            null,
            List.of(),
            List.of(),
            List.of(material()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        null);
  }
}
