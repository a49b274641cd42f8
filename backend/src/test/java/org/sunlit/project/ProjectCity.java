package org.sunlit.project;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.joint.ThemeEditing;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.platform.CityTime;
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
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.project.rules.ProjectPath;
import org.sunlit.project.rules.ProjectPath.Need;
import org.sunlit.project.rules.ProjectPath.Phase;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/**
 * A city with a path of two phases: {@code prj} leads the first with two items, {@code prk} the
 * second, which needs the first one's land; {@code prl} has no part in it.
 */
@ApplicationScoped
class ProjectCity {
  static final String PATH = "test-building";
  static final String LAND_THEME = "test-land";
  static final String LAND = "PRJ-LIC-01";
  static final String FILING = "PRJ-LIC-02";
  static final String BUILDING = "PRK-LIC-01";
  static final String REGION = "990700000000";
  private static final String CREDIT_CODE = "91990100MA3UNLT004";
  private static final byte[] PDF =
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Actor FOUNDER =
      new Actor("test", "某某", null, null, null, Set.of(), Set.of());

  private final ItemPublisher publisher;
  private final ThemeEditing themes;
  private final ProjectPaths paths;
  private final Clock clock;
  private final Map<String, String> tokens = new HashMap<>();
  private boolean founded;

  ProjectCity(ItemPublisher publisher, ThemeEditing themes, ProjectPaths paths, Clock clock) {
    this.publisher = publisher;
    this.themes = themes;
    this.paths = paths;
    this.clock = clock;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    LocalDate today = clock.instant().atZone(CityTime.ZONE).toLocalDate();
    publisher
        .publish(
            Publication.of(
                List.of(new RegionDraft(REGION, "项目市", null, RegionLevel.CITY, null)),
                List.of(department("prj"), department("prk"), department("prl")),
                List.of(
                    item("prj", LAND, "用地材料"),
                    item("prj", FILING, "备案材料"),
                    item("prk", BUILDING, "施工材料")),
                LocalDate.of(2024, 1, 1)))
        .await()
        .atMost(PATIENCE);
    publish(LAND_THEME, today, theme("用地", "prj", LAND, FILING));
    publish("test-building-permit", today, theme("施工", "prk", BUILDING));
    paths
        .publish(
            new ProjectPaths.Proposal(
                PATH,
                today,
                new ProjectPath(
                    "测试流程",
                    "Test way",
                    null,
                    null,
                    REGION,
                    false,
                    List.of(
                        new Phase("land", "用地阶段", "Land", LAND_THEME, List.of()),
                        new Phase(
                            "building",
                            "施工阶段",
                            null,
                            "test-building-permit",
                            List.of(new Need("land", List.of(LAND))))))),
            0,
            FOUNDER)
        .await()
        .atMost(PATIENCE);
    for (String department : List.of("prj", "prk", "prl")) {
      for (String post : List.of("window", "reviewer", "approver")) {
        tokens.put(department + "." + post, SignedIn.as(person(department, post)));
      }
    }
    tokens.put("editor", SignedIn.as(Role.CATALOGUE_EDITOR));
    founded = true;
  }

  private void publish(String code, LocalDate from, JointTheme theme) {
    themes
        .publish(new ThemeEditing.Proposal(code, from, theme), 0, FOUNDER)
        .await()
        .atMost(PATIENCE);
  }

  private static JointTheme theme(String name, String lead, String... items) {
    return new JointTheme(
        name,
        null,
        null,
        null,
        lead,
        REGION,
        3,
        false,
        List.of(),
        Arrays.stream(items).map(item -> new JointTheme.Part(item, List.of(), null)).toList(),
        List.of());
  }

  private static DepartmentDraft department(String code) {
    return new DepartmentDraft(
        code, "项目局" + code, null, null, null, REGION, null, null, null, null, null, null);
  }

  private static ItemDraft item(String department, String code, String material) {
    ItemContent content =
        new ItemContent(
            "项目事项" + code,
            null,
            null,
            Category.LICENCE,
            department,
            REGION,
            RegionLevel.CITY,
            ItemStatus.IN_FORCE,
            null,
            null,
            null,
            Handling.PROMISED,
            new Limit(20, LimitUnit.WORKING_DAYS),
            new Limit(10, LimitUnit.WORKING_DAYS),
            4,
            0,
            ServiceFor.ORGANISATION,
            null,
            List.of(),
            List.of(),
            List.of(
                new Material(
                    "M1",
                    material,
                    null,
                    MaterialForm.ELECTRONIC,
                    1,
                    MaterialSource.APPLICANT,
                    true,
                    false,
                    null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (var in = ProjectCity.class.getResourceAsStream("/demo/flows/four-step.json")) {
      return new ItemDraft(
          code,
          null,
          content,
          FlowJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static StaffAccount person(String department, String post) {
    Role role =
        switch (post) {
          case "window" -> Role.WINDOW_CLERK;
          case "reviewer" -> Role.REVIEWER;
          default -> Role.APPROVER;
        };
    return new StaffAccount(
        department + "." + post,
        "张" + department + post,
        null,
        null,
        department,
        null,
        null,
        Set.of(role),
        Set.of(post));
  }

  /** A request that, with its answer, must be of the contract. */
  static RequestSpecification api() {
    return RestAssured.given().filter(ContractFilter.both()).contentType(ContentType.JSON);
  }

  RequestSpecification as(String account) {
    return api().header("Authorization", "Bearer " + tokens.get(account));
  }

  static String key() {
    return "test-" + UUID.randomUUID();
  }

  /** A file for an item's only material. */
  static Map<String, Object> given(String item) {
    String upload =
        RestAssured.given()
            .filter(ContractFilter.answers())
            .multiPart("file", "file.pdf", PDF, "application/octet-stream")
            .post("/api/v1/uploads")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return Map.of("key", item + "/M1", "uploadId", upload);
  }

  static Map<String, Object> registration() {
    return new HashMap<>(
        Map.of(
            "pathCode",
            PATH,
            "name",
            "测试厂房",
            "site",
            "项目市东风路",
            "scale",
            "厂房两栋",
            "investmentFen",
            1_250_500_000L,
            "applicant",
            Map.of(
                "kind", "organisation",
                "name", "测试实业有限公司",
                "identityNumber", CREDIT_CODE,
                "phone", "13812345678",
                "contactName", "王某某")));
  }

  static Held register() {
    Response receipt =
        api()
            .header("Idempotency-Key", key())
            .body(registration())
            .post("/api/v1/projects")
            .then()
            .statusCode(201)
            .extract()
            .response();
    return new Held(receipt.path("projectCode"), receipt.path("trackingCode"));
  }

  /** A project by what its applicant holds. */
  record Held(String code, String trackingCode) {
    Map<String, Object> ticket() {
      return Map.of("projectCode", code, "trackingCode", trackingCode);
    }

    Response track() {
      return api().body(ticket()).post("/api/v1/project-tracking");
    }

    Response begin(String phase, Map<String, Object> more) {
      Map<String, Object> body = new HashMap<>(ticket());
      body.put("phase", phase);
      body.putAll(more);
      return api()
          .header("Idempotency-Key", key())
          .body(body)
          .post("/api/v1/project-tracking/phases");
    }

    Map<String, Object> form(String phase, String... items) {
      Map<String, Object> body = new HashMap<>(ticket());
      body.put("phase", phase);
      body.put("materials", Arrays.stream(items).map(ProjectCity::given).toList());
      return body;
    }

    /** Begins a phase with what these items ask for; the joint application's number. */
    String begun(String phase, String... items) {
      return begin(phase, form(phase, items)).then().statusCode(201).extract().path("jointNumber");
    }

    String caseOf(String phase, String item) {
      return track()
          .path(
              "project.phases.find { it.code == '%s' }.items.find { it.itemCode == '%s' }.caseNumber"
                  .formatted(phase, item));
    }
  }

  /** Every department says that theirs is complete, so that all are accepted. */
  void accept(Held project, String jointNumber, String phase) {
    List<String> numbers =
        project
            .track()
            .path("project.phases.find { it.code == '%s' }.items.caseNumber".formatted(phase));
    for (String number : numbers) {
      as("prj.window")
          .header("Idempotency-Key", key())
          .body(Map.of("caseNumber", number, "missing", List.of(), "confirmedRisk", true))
          .post("/api/v1/joint-applications/" + jointNumber + "/statements")
          .then()
          .statusCode(200);
    }
  }

  /** Review and decision of an accepted case of {@code prj}. */
  void decide(String caseNumber, boolean grant) {
    act("prj.reviewer", caseNumber, "advance", Map.of());
    act(
        "prj.approver",
        caseNumber,
        "decide",
        grant ? Map.of("decision", "grant") : Map.of("decision", "refuse", "reason", "不符合国土空间规划"));
    if (grant) {
      act("prj.window", caseNumber, "close", Map.of());
    }
  }

  private void act(String account, String caseNumber, String action, Map<String, Object> command) {
    Map<String, Object> body = new HashMap<>(command);
    body.put("confirmedRisk", true);
    String tag = as(account).get("/api/v1/cases/" + caseNumber).getHeader("ETag");
    as(account)
        .header("Idempotency-Key", key())
        .header("If-Match", tag)
        .body(body)
        .post("/api/v1/cases/" + caseNumber + "/actions/" + action)
        .then()
        .statusCode(200);
  }
}
