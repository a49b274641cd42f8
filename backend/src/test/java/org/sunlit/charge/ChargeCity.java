package org.sunlit.charge;

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
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.charge.rules.Exemption;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.charge.rules.FeeState;
import org.sunlit.charge.rules.Measure;
import org.sunlit.charge.rules.Tariff;
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
import org.sunlit.powerlist.Publication;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** Two departments that charge: one a fixed fee, the other by area and days. */
@ApplicationScoped
class ChargeCity {
  static final String REGISTRATION = "CHA-CON-01";
  static final String ROAD = "CHB-LIC-01";
  static final String THEME = "charged-test-shop";
  private static final String CITY = "990400000000";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

  private final ItemPublisher publisher;
  private final ThemeEditing themes;
  private final FeeCatalogue catalogue;
  private final Clock clock;
  private final Map<String, String> tokens = new HashMap<>();

  ChargeCity(ItemPublisher publisher, ThemeEditing themes, FeeCatalogue catalogue, Clock clock) {
    this.publisher = publisher;
    this.themes = themes;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  synchronized void found() {
    if (!tokens.isEmpty()) {
      return;
    }
    publisher
        .publish(
            Publication.of(
                List.of(new RegionDraft(CITY, "收费市", null, RegionLevel.CITY, null)),
                List.of(department("cha", "登记局"), department("chb", "道路局")),
                List.of(item("cha", REGISTRATION), item("chb", ROAD)),
                FROM))
        .await()
        .atMost(PATIENCE);
    catalogue
        .register(
            List.of(
                new FeeDraft("test-registration", FROM, registration(FeeState.IN_FORCE)),
                new FeeDraft("test-road", FROM, road())),
            "test")
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
    for (String department : List.of("cha", "chb")) {
      for (String post : List.of("window", "reviewer", "approver")) {
        String account = department + "." + post;
        tokens.put(account, SignedIn.as(person(department, post)));
      }
    }
    tokens.put("editor", SignedIn.as(Role.CATALOGUE_EDITOR));
    tokens.put("supervisor", SignedIn.as(Role.SUPERVISOR));
  }

  /** 不动产登记费: 每件80元, 小微企业免收. */
  static FeeStandard registration(FeeState state) {
    return new FeeStandard(
        "不动产登记费（住宅类）",
        null,
        "cha",
        List.of(REGISTRATION),
        state,
        state == FeeState.IN_FORCE ? null : "取消通知",
        "发改价格规〔2016〕2559号",
        new Tariff(Tariff.Kind.FIXED, 80_00L, List.of(), null, null, List.of()),
        List.of(new Exemption("small", "小微企业", null, 1000, "财税〔2019〕45号")),
        false,
        null);
  }

  /** 城市道路占用费: 每平方米每日0.50元. */
  static FeeStandard road() {
    return new FeeStandard(
        "城市道路占用费",
        null,
        "chb",
        List.of(ROAD),
        FeeState.IN_FORCE,
        null,
        "《城市道路管理条例》第三十七条",
        new Tariff(
            Tariff.Kind.PER_UNIT,
            50L,
            List.of(new Measure("平方米", null), new Measure("日", null)),
            null,
            null,
            List.of()),
        List.of(),
        false,
        null);
  }

  private static JointTheme theme() {
    return new JointTheme(
        "收费的一件事",
        null,
        null,
        null,
        "cha",
        CITY,
        3,
        false,
        List.of(),
        List.of(
            new JointTheme.Part(REGISTRATION, List.of(), null),
            new JointTheme.Part(ROAD, List.of(), null)),
        List.of());
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
        "李" + department + post,
        null,
        null,
        department,
        null,
        null,
        Set.of(role),
        Set.of(post));
  }

  private static DepartmentDraft department(String code, String name) {
    return new DepartmentDraft(
        code, name, null, null, null, CITY, null, null, null, null, null, null);
  }

  private static ItemDraft item(String department, String code) {
    return new ItemDraft(
        code,
        null,
        new ItemContent(
            "收费事项" + code,
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
            new Limit(20, LimitUnit.WORKING_DAYS),
            new Limit(10, LimitUnit.WORKING_DAYS),
            4,
            0,
            ServiceFor.BOTH,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        flow());
  }

  private static FlowDefinition flow() {
    try (InputStream in = ChargeCity.class.getResourceAsStream("/demo/flows/four-step.json")) {
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

  static String key() {
    return "test-" + UUID.randomUUID();
  }

  /** A case by what its applicant holds. */
  record Begun(String number, String code) {
    Map<String, Object> holder() {
      return Map.of("number", number, "trackingCode", code);
    }

    Response bill() {
      return api().body(holder()).post("/api/v1/bills/lookups");
    }

    Response pay() {
      return api().header("Idempotency-Key", key()).body(holder()).post("/api/v1/bills/payments");
    }

    Response askBack(String payment, String ground) {
      return api()
          .header("Idempotency-Key", key())
          .body(
              Map.of("holder", holder(), "refund", Map.of("paymentId", payment, "ground", ground)))
          .post("/api/v1/bills/refunds");
    }
  }

  /** A case that has been accepted. */
  Begun accepted(String item) {
    Begun begun = begin(item);
    act(begun, "window", "accept", Map.of()).then().statusCode(200);
    return begun;
  }

  static Begun begin(String item) {
    Response receipt =
        api()
            .header("Idempotency-Key", key())
            .body(
                Map.of(
                    "itemCode",
                    item,
                    "applicant",
                    Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                    "materials",
                    List.of()))
            .post("/api/v1/applications");
    receipt.then().statusCode(201);
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  /** By somebody of the department of the registration. */
  Response act(Begun begun, String post, String action, Map<String, Object> command) {
    Map<String, Object> body = new HashMap<>(command);
    body.put("confirmedRisk", true);
    String account = "cha." + post;
    String path = "/api/v1/cases/" + begun.number();
    return as(account)
        .header("Idempotency-Key", key())
        .header("If-Match", as(account).get(path).getHeader("ETag"))
        .body(body)
        .post(path + "/actions/" + action);
  }

  /** States quantities of one fee. */
  Response assess(String account, String caseNumber, Map<String, Object> fee) {
    String path = "/api/v1/cases/" + caseNumber + "/bill";
    return as(account)
        .header("If-Match", as(account).get(path).getHeader("ETag"))
        .body(Map.of("fees", List.of(fee)))
        .put(path);
  }

  static Map<String, Object> registrationFee() {
    return Map.of("feeCode", "test-registration", "quantities", List.of());
  }

  static Map<String, Object> roadFee(String area, String days) {
    return Map.of("feeCode", "test-road", "quantities", List.of(area, days));
  }

  /** A case with a bill over 80 yuan. */
  Begun assessed() {
    Begun begun = accepted(REGISTRATION);
    assess("cha.window", begun.number(), registrationFee()).then().statusCode(200);
    return begun;
  }

  Response takeCash(String account, String caseNumber) {
    String path = "/api/v1/cases/" + caseNumber + "/bill";
    return as(account)
        .header("If-Match", as(account).get(path).getHeader("ETag"))
        .header("Idempotency-Key", key())
        .post(path + "/cash-payments");
  }

  Response propose(String account, String caseNumber, String payment, String ground) {
    return as(account)
        .header("Idempotency-Key", key())
        .body(Map.of("paymentId", payment, "ground", ground, "reason", "核对无误，应予退还"))
        .post("/api/v1/cases/" + caseNumber + "/bill/refunds");
  }

  /** Goes on at the sandbox. */
  static Response decide(Response order, String outcome) {
    String payAt = order.path("payAt");
    return api()
        .body(Map.of("outcome", outcome))
        .post("/api/v1/sandbox-payments/" + payAt.substring(payAt.lastIndexOf('/') + 1));
  }
}
