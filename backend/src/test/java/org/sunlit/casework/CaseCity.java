package org.sunlit.casework;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.identity.Accounts;
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
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.testing.ContractFilter;

/** A small city to work in: two departments, a township, some items and people in every post. */
@ApplicationScoped
class CaseCity {
  static final String CITY = "990100000000";
  static final String TOWNSHIP = "990101001000";
  static final String OTHER_TOWNSHIP = "990101002000";
  static final String VILLAGE = "990101001201";
  static final String OTHER_VILLAGE = "990101001202";
  static final String LICENCE = "TST-LIC-01";
  static final String EXPERT = "TST-LIC-02";
  static final String WELFARE = "TST-PAY-01";
  static final String BARE = "TST-LIC-03";
  static final String JOINT = "TST-LIC-06";
  static final String PRE_REVIEW = "TST-LIC-07";
  static final String ELSEWHERE = "OTH-LIC-01";
  static final byte[] PDF =
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  /** Browsers send names as they are; the client's default makes question marks of them. */
  private static final RestAssuredConfig UTF_8_NAMES =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.RFC6532));

  private static final String PASSWORD = "correct horse battery staple";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ItemPublisher publisher;
  private final Accounts accounts;

  /** Shorter than a token lives: this city outlasts many. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private record Token(String value, Instant since) {
    boolean fresh() {
      return since.isAfter(Instant.now().minus(KEPT));
    }
  }

  private final Map<String, Token> tokens = new HashMap<>();
  private boolean founded;

  CaseCity(ItemPublisher publisher, Accounts accounts) {
    this.publisher = publisher;
    this.accounts = accounts;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    publisher
        .publish(
            Publication.of(
                List.of(
                    new RegionDraft(CITY, "晴川市", "Qingchuan", RegionLevel.CITY, null),
                    new RegionDraft("990101000000", "晴岚区", "Qinglan", RegionLevel.COUNTY, CITY),
                    township(TOWNSHIP, "晴岚街道"),
                    township(OTHER_TOWNSHIP, "云溪镇"),
                    village(VILLAGE, "上闸村"),
                    village(OTHER_VILLAGE, "下闸村")),
                List.of(department("tst", "晴川市测试局"), department("oth", "晴川市其他局")),
                List.of(
                    item(LICENCE, Category.LICENCE, ItemStatus.IN_FORCE, "four-step", true),
                    item(EXPERT, Category.LICENCE, ItemStatus.IN_FORCE, "licence-expert", false),
                    item(WELFARE, Category.PAYMENT, ItemStatus.IN_FORCE, "welfare", false),
                    item(JOINT, Category.LICENCE, ItemStatus.IN_FORCE, "licence-joint", false),
                    item(
                        PRE_REVIEW,
                        Category.LICENCE,
                        ItemStatus.IN_FORCE,
                        "licence-prereview",
                        true),
                    item(BARE, Category.LICENCE, ItemStatus.IN_FORCE, null, false),
                    item(
                        "oth",
                        ELSEWHERE,
                        Category.LICENCE,
                        ItemStatus.IN_FORCE,
                        "four-step",
                        true,
                        15),
                    item("TST-LIC-04", Category.LICENCE, ItemStatus.CANCELLED, null, false),
                    item("TST-LIC-05", Category.LICENCE, ItemStatus.SUSPENDED, null, false)),
                LocalDate.of(2024, 1, 1)))
        .await()
        .atMost(PATIENCE);
    accounts.create(people(), PASSWORD).await().atMost(PATIENCE);
    founded = true;
  }

  /** A further version of an item, with this flow and promise, from a day on. */
  void publish(String code, String flow, int promised, LocalDate from) {
    ItemDraft usual =
        item("tst", code, Category.LICENCE, ItemStatus.IN_FORCE, flow, false, promised);
    publisher
        .publish(Publication.of(List.of(), List.of(), List.of(usual), from))
        .await()
        .atMost(PATIENCE);
  }

  private static List<StaffAccount> people() {
    List<StaffAccount> people = new ArrayList<>();
    for (String department : List.of("tst", "oth")) {
      people.add(person(department, "window", Role.WINDOW_CLERK));
      people.add(person(department, "reviewer", Role.REVIEWER));
      people.add(person(department, "approver", Role.APPROVER));
      people.add(person(department, "issuer", Role.WINDOW_CLERK));
      people.add(person(department, "expert", Role.REVIEWER));
    }
    people.add(person("tst", "inspector", Role.REVIEWER));
    people.add(person("tst.both", "tst", CITY, Set.of("window", "approver")));
    people.add(person("tst.local", "tst", TOWNSHIP, Set.of("window")));
    people.add(local("township.a", TOWNSHIP));
    people.add(local("township.b", OTHER_TOWNSHIP));
    people.add(agent("agent.a", VILLAGE));
    people.add(agent("agent.b", OTHER_VILLAGE));
    people.add(
        new StaffAccount(
            "supervisor", "包正", null, null, null, null, null, Set.of(Role.SUPERVISOR), Set.of()));
    for (String account : List.of("admin.a", "admin.b")) {
      people.add(
          new StaffAccount(
              account, "管理员", null, null, null, null, null, Set.of(Role.ADMINISTRATOR), Set.of()));
    }
    people.add(
        new StaffAccount(
            "editor",
            "编辑",
            null,
            null,
            "tst",
            null,
            null,
            Set.of(Role.CATALOGUE_EDITOR),
            Set.of()));
    return people;
  }

  private static StaffAccount person(String department, String post, Role role) {
    return new StaffAccount(
        department + "." + post,
        "李" + post,
        "Li " + post,
        null,
        department,
        CITY,
        null,
        Set.of(role),
        Set.of(post));
  }

  private static StaffAccount person(
      String account, String department, String region, Set<String> posts) {
    return new StaffAccount(
        account,
        "周全",
        "Zhou Quan",
        null,
        department,
        region,
        null,
        Set.of(Role.WINDOW_CLERK, Role.APPROVER),
        posts);
  }

  private static StaffAccount local(String account, String region) {
    return new StaffAccount(
        account,
        "张村",
        null,
        null,
        null,
        region,
        null,
        Set.of(Role.TOWNSHIP_CLERK),
        Set.of("township", "agent"));
  }

  private static RegionDraft township(String code, String name) {
    return new RegionDraft(code, name, null, RegionLevel.TOWNSHIP, "990101000000");
  }

  private static RegionDraft village(String code, String name) {
    return new RegionDraft(code, name, null, RegionLevel.VILLAGE, TOWNSHIP);
  }

  private static StaffAccount agent(String account, String region) {
    return new StaffAccount(
        account,
        "代办员" + account,
        null,
        null,
        null,
        region,
        null,
        Set.of(Role.VILLAGE_AGENT),
        Set.of("agent"));
  }

  private static DepartmentDraft department(String code, String name) {
    return new DepartmentDraft(
        code, name, null, null, null, CITY, null, null, null, null, null, null);
  }

  static ItemDraft item(
      String code, Category category, ItemStatus status, String flow, boolean materials) {
    return item("tst", code, category, status, flow, materials, 15);
  }

  private static ItemDraft item(
      String department,
      String code,
      Category category,
      ItemStatus status,
      String flow,
      boolean materials,
      int promised) {
    ItemContent content =
        new ItemContent(
            "测试事项" + code,
            null,
            null,
            category,
            department,
            CITY,
            RegionLevel.CITY,
            status,
            null,
            null,
            null,
            Handling.PROMISED,
            flow == null ? null : new Limit(60, LimitUnit.WORKING_DAYS),
            flow == null ? null : new Limit(promised, LimitUnit.WORKING_DAYS),
            4,
            0,
            ServiceFor.BOTH,
            null,
            List.of(),
            List.of(),
            materials ? materials(code) : List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new ItemDraft(code, null, content, flow == null ? null : flow(flow));
  }

  /** A pre-review asks for the original of the first. */
  private static List<Material> materials(String item) {
    MaterialForm form = item.equals(PRE_REVIEW) ? MaterialForm.ORIGINAL : MaterialForm.ELECTRONIC;
    return List.of(material("M1", true, form), material("M2", false, MaterialForm.ELECTRONIC));
  }

  private static Material material(String code, boolean required, MaterialForm form) {
    return new Material(
        code, "材料" + code, null, form, 1, MaterialSource.APPLICANT, required, false, null);
  }

  private static FlowDefinition flow(String code) {
    InputStream shipped = CaseCity.class.getResourceAsStream("/demo/flows/" + code + ".json");
    InputStream made = CaseCity.class.getResourceAsStream("/flows/" + code + ".json");
    try (InputStream in = shipped == null ? made : shipped) {
      return FlowJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A request that, with its answer, must be of the contract. */
  static RequestSpecification api() {
    return given().filter(ContractFilter.both()).contentType(ContentType.JSON);
  }

  /** A request that may be anything; its answer must be of the contract. */
  static RequestSpecification anything() {
    return given().filter(ContractFilter.answers()).contentType(ContentType.JSON);
  }

  synchronized RequestSpecification as(String account) {
    return api().header("Authorization", "Bearer " + token(account));
  }

  synchronized String token(String account) {
    return tokens
        .compute(
            account,
            (name, known) ->
                known != null && known.fresh() ? known : new Token(signIn(name), Instant.now()))
        .value();
  }

  private static String signIn(String account) {
    return api()
        .body(Map.of("account", account, "password", PASSWORD))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }

  static String upload() {
    return upload("申请书.pdf", PDF).then().statusCode(201).extract().path("id");
  }

  static Response upload(String name, byte[] content) {
    return given()
        .config(UTF_8_NAMES)
        .filter(ContractFilter.answers())
        .multiPart("file", name, content, "application/octet-stream")
        .post("/api/v1/uploads");
  }

  static Map<String, Object> application(String itemCode) {
    Map<String, Object> application = new HashMap<>();
    application.put("itemCode", itemCode);
    application.put(
        "applicant",
        new HashMap<>(Map.of("kind", "person", "name", "王小明", "phone", "13812345678")));
    if (Set.of(LICENCE, ELSEWHERE, PRE_REVIEW).contains(itemCode)) {
      application.put("materials", List.of(Map.of("code", "M1", "uploadId", upload())));
    }
    if (itemCode.equals(WELFARE)) {
      application.put("regionCode", TOWNSHIP);
    }
    return application;
  }

  static Response apply(Map<String, Object> application) {
    return anything()
        .header("Idempotency-Key", key())
        .body(application)
        .post("/api/v1/applications");
  }

  /** A new case. */
  static Begun begin(String itemCode) {
    return begin(application(itemCode));
  }

  /** A new case that belongs to a region. */
  static Begun beginIn(String itemCode, String region) {
    Map<String, Object> application = application(itemCode);
    application.put("regionCode", region);
    return begin(application);
  }

  private static Begun begin(Map<String, Object> application) {
    Response receipt = apply(application).then().statusCode(201).extract().response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  /** A case by what its applicant holds. */
  record Begun(String number, String code) {
    Map<String, Object> ticket() {
      return new HashMap<>(Map.of("caseNumber", number, "trackingCode", code));
    }

    Response track() {
      return api().body(ticket()).post("/api/v1/tracking");
    }
  }

  Response act(String account, Begun begun, String action, Map<String, Object> command) {
    String tag = as(account).get("/api/v1/cases/" + begun.number()).getHeader("ETag");
    return act(account, begun, action, command, tag);
  }

  Response act(
      String account, Begun begun, String action, Map<String, Object> command, String tag) {
    Map<String, Object> body = new HashMap<>(command);
    body.putIfAbsent("confirmedRisk", true);
    RequestSpecification request = as(account).header("Idempotency-Key", key()).body(body);
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return request.post("/api/v1/cases/" + begun.number() + "/actions/" + action);
  }

  /** Stops the clock of a case by hand, which takes two. */
  Response pause(String asking, String confirming, Begun begun, Map<String, Object> command) {
    String request =
        act(asking, begun, "pause", command)
            .then()
            .statusCode(200)
            .extract()
            .path("pendingConfirmation.id");
    decide(confirming, request, "confirm", Map.of()).then().statusCode(200);
    return as(asking).get("/api/v1/cases/" + begun.number());
  }

  /** Confirms, declines or withdraws a request for confirmation. */
  Response decide(String account, String request, String what, Map<String, Object> body) {
    return as(account).body(body).post("/api/v1/confirmations/" + request + "/" + what);
  }

  static String key() {
    return "test-" + UUID.randomUUID();
  }
}
