package org.sunlit.joint;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.Fee;
import org.sunlit.powerlist.FeeStatus;
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
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/**
 * Three departments, one of a county, and a theme that takes an item of each: {@code jtb}'s needs
 * {@code jta}'s, and {@code jtc}'s is asked for when there is a sign.
 */
@ApplicationScoped
class JointCity {
  static final String THEME = "open-test-shop";
  static final String LEAD_ITEM = "JTA-LIC-01";
  static final String COUNTY_ITEM = "JTB-LIC-01";
  static final String SIGN_ITEM = "JTC-LIC-01";
  private static final String CITY = "990300000000";
  private static final String COUNTY = "990301000000";
  private static final byte[] PDF =
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ItemPublisher publisher;
  private final ThemeEditing themes;
  private final Clock clock;
  private final Map<String, String> tokens = new HashMap<>();
  private boolean founded;

  JointCity(ItemPublisher publisher, ThemeEditing themes, Clock clock) {
    this.publisher = publisher;
    this.themes = themes;
    this.clock = clock;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    publisher
        .publish(
            Publication.of(
                List.of(
                    new RegionDraft(CITY, "联审市", null, RegionLevel.CITY, null),
                    new RegionDraft(COUNTY, "联审区", null, RegionLevel.COUNTY, CITY)),
                List.of(
                    department("jta", "联审牵头局", CITY),
                    department("jtb", "联审区局", COUNTY),
                    department("jtc", "联审城管局", CITY)),
                List.of(
                    item("jta", LEAD_ITEM, CITY, RegionLevel.CITY, List.of("场所证明", "申请书"), 8000L),
                    item("jtb", COUNTY_ITEM, COUNTY, RegionLevel.COUNTY, List.of("场所证明"), 2000L),
                    item("jtc", SIGN_ITEM, CITY, RegionLevel.CITY, List.of("效果图"), null)),
                LocalDate.of(2024, 1, 1)))
        .await()
        .atMost(PATIENCE);
    themes
        .publish(
            new ThemeEditing.Proposal(
                THEME, clock.instant().atZone(CityTime.ZONE).toLocalDate(), theme()),
            0,
            new Actor("test", "某某", null, null, null, Set.of(), Set.of()))
        .await()
        .atMost(PATIENCE);
    for (String department : List.of("jta", "jtb", "jtc")) {
      for (String post : List.of("window", "reviewer", "approver")) {
        String account = department + "." + post;
        tokens.put(account, SignedIn.as(person(department, post)));
      }
    }
    tokens.put("editor", SignedIn.as(Role.CATALOGUE_EDITOR));
    tokens.put("supervisor", SignedIn.as(Role.SUPERVISOR));
    founded = true;
  }

  static JointTheme theme() {
    return new JointTheme(
        "开一家测试店",
        "Open a test shop",
        null,
        null,
        "jta",
        COUNTY,
        3,
        false,
        List.of(
            new JointTheme.Question(
                "sign",
                "有招牌吗？",
                null,
                List.of(
                    new JointTheme.Choice("yes", "有", null),
                    new JointTheme.Choice("no", "没有", null)))),
        List.of(
            new JointTheme.Part(LEAD_ITEM, List.of(), null),
            new JointTheme.Part(COUNTY_ITEM, List.of(LEAD_ITEM), null),
            new JointTheme.Part(
                SIGN_ITEM, List.of(), new JointTheme.Condition("sign", List.of("yes")))),
        List.of());
  }

  private static StaffAccount person(String department, String post) {
    return new StaffAccount(
        department + "." + post,
        "李" + department + post,
        null,
        null,
        department,
        null,
        null,
        Set.of(role(post)),
        Set.of(post));
  }

  private static Role role(String post) {
    return switch (post) {
      case "window" -> Role.WINDOW_CLERK;
      case "reviewer" -> Role.REVIEWER;
      default -> Role.APPROVER;
    };
  }

  private static DepartmentDraft department(String code, String name, String region) {
    return new DepartmentDraft(
        code, name, null, null, null, region, null, null, null, null, null, null);
  }

  private static ItemDraft item(
      String department,
      String code,
      String region,
      RegionLevel level,
      List<String> materials,
      Long fee) {
    List<Material> list =
        IntStream.range(0, materials.size())
            .mapToObj(
                place ->
                    new Material(
                        "M" + (place + 1),
                        materials.get(place),
                        null,
                        MaterialForm.ELECTRONIC,
                        1,
                        MaterialSource.APPLICANT,
                        place == 0,
                        false,
                        null))
            .toList();
    ItemContent content =
        new ItemContent(
            "联审事项" + code,
            null,
            null,
            Category.LICENCE,
            department,
            region,
            level,
            ItemStatus.IN_FORCE,
            null,
            null,
            null,
            Handling.PROMISED,
            new Limit(20, LimitUnit.WORKING_DAYS),
            new Limit(department.equals("jtb") ? 15 : 10, LimitUnit.WORKING_DAYS),
            4,
            0,
            ServiceFor.BOTH,
            null,
            List.of(),
            List.of(),
            list,
            fee == null
                ? List.of(new Fee("占用费", "每平方米每日0.50元", 50L, null, FeeStatus.CHARGED))
                : List.of(new Fee("证书费", "每件", fee, null, FeeStatus.CHARGED)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new ItemDraft(code, null, content, flow());
  }

  private static FlowDefinition flow() {
    try (InputStream in = JointCity.class.getResourceAsStream("/demo/flows/four-step.json")) {
      return FlowJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A request that, with its answer, must be of the contract. */
  static RequestSpecification api() {
    return RestAssured.given().filter(ContractFilter.both()).contentType(ContentType.JSON);
  }

  RequestSpecification as(String account) {
    return api().header("Authorization", "Bearer " + tokens.get(account));
  }

  static String upload() {
    return RestAssured.given()
        .filter(ContractFilter.answers())
        .multiPart("file", "file.pdf", PDF, "application/octet-stream")
        .post("/api/v1/uploads")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static Map<String, Object> form(String sign) {
    Map<String, Object> form = new HashMap<>();
    form.put("themeCode", THEME);
    form.put("answers", Map.of("sign", sign));
    form.put(
        "applicant",
        new HashMap<>(Map.of("kind", "person", "name", "王小明", "phone", "13812345678")));
    form.put("subject", "测试店");
    form.put(
        "materials",
        sign.equals("yes")
            ? List.of(given(LEAD_ITEM + "/M1"), given(SIGN_ITEM + "/M1"))
            : List.of(given(LEAD_ITEM + "/M1")));
    return form;
  }

  static Map<String, Object> given(String key) {
    return Map.of("key", key, "uploadId", upload());
  }

  static Response apply(Map<String, Object> form) {
    return api().header("Idempotency-Key", key()).body(form).post("/api/v1/joint-applications");
  }

  /** A new joint application. */
  static Begun begin(String sign) {
    Response receipt = apply(form(sign)).then().statusCode(201).extract().response();
    Map<String, String> cases = new HashMap<>();
    receipt
        .jsonPath()
        .getList("cases", Map.class)
        .forEach(one -> cases.put((String) one.get("itemCode"), (String) one.get("caseNumber")));
    return new Begun(receipt.path("jointNumber"), receipt.path("trackingCode"), cases);
  }

  /** A joint application by what its applicant holds, with its cases by their items. */
  record Begun(String number, String code, Map<String, String> cases) {
    String lead() {
      return cases.get(LEAD_ITEM);
    }

    String county() {
      return cases.get(COUNTY_ITEM);
    }

    String sign() {
      return cases.get(SIGN_ITEM);
    }

    Map<String, Object> ticket() {
      return new HashMap<>(Map.of("jointNumber", number, "trackingCode", code));
    }

    Response track() {
      return api().body(ticket()).post("/api/v1/joint-tracking");
    }

    Response send(String what, Map<String, Object> more) {
      Map<String, Object> body = ticket();
      body.putAll(more);
      return api()
          .header("Idempotency-Key", key())
          .body(body)
          .post("/api/v1/joint-tracking/" + what);
    }

    /** A case's own tracking page, which the same code opens. */
    Response trackCase(String caseNumber) {
      return api()
          .body(Map.of("caseNumber", caseNumber, "trackingCode", code))
          .post("/api/v1/tracking");
    }
  }

  Response state(String account, Begun begun, String caseNumber, String... lacks) {
    return as(account)
        .header("Idempotency-Key", key())
        .body(
            Map.of(
                "caseNumber",
                caseNumber,
                "missing",
                List.of(lacks).stream()
                    .map(what -> Map.of("materialCode", "M1", "what", what))
                    .toList(),
                "confirmedRisk",
                true))
        .post("/api/v1/joint-applications/" + begun.number() + "/statements");
  }

  Response command(String account, Begun begun, String what, Object body) {
    RequestSpecification request = as(account).header("Idempotency-Key", key());
    if (body != null) {
      request.body(body);
    }
    return request.post("/api/v1/joint-applications/" + begun.number() + "/" + what);
  }

  Response act(String account, String caseNumber, String action, Map<String, Object> command) {
    Map<String, Object> body = new HashMap<>(command);
    body.put("confirmedRisk", true);
    String tag = as(account).get("/api/v1/cases/" + caseNumber).getHeader("ETag");
    return as(account)
        .header("Idempotency-Key", key())
        .header("If-Match", tag)
        .body(body)
        .post("/api/v1/cases/" + caseNumber + "/actions/" + action);
  }

  /** Everybody says that theirs is complete, so that all are accepted. */
  void start(Begun begun) {
    state("jta.window", begun, begun.lead()).then().statusCode(200);
    state("jtb.window", begun, begun.county()).then().statusCode(200);
    if (begun.sign() != null) {
      state("jtc.window", begun, begun.sign()).then().statusCode(200);
    }
  }

  /** Review and decision of an accepted case. */
  Response decide(String department, String caseNumber, Map<String, Object> decision) {
    act(department + ".reviewer", caseNumber, "advance", Map.of()).then().statusCode(200);
    return act(department + ".approver", caseNumber, "decide", decision);
  }

  void grant(String department, String caseNumber) {
    decide(department, caseNumber, Map.of("decision", "grant")).then().statusCode(200);
    act(department + ".window", caseNumber, "close", Map.of()).then().statusCode(200);
  }

  static String key() {
    return "test-" + UUID.randomUUID();
  }
}
