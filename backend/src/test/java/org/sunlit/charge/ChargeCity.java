package org.sunlit.charge;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sunlit.charge.rules.Exemption;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.charge.rules.FeeState;
import org.sunlit.charge.rules.Measure;
import org.sunlit.charge.rules.Tariff;
import org.sunlit.identity.Role;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
import org.sunlit.testing.SignedIn;

/** Two departments that charge: one a fixed fee, the other by area and days. */
@ApplicationScoped
class ChargeCity {
  static final String REGISTRATION = "CHA-CON-01";
  static final String ROAD = "CHB-LIC-01";
  static final String THEME = "charged-test-shop";
  private static final String CITY = "990400000000";
  static final String EDITOR = SignedIn.nameOf(Role.CATALOGUE_EDITOR);
  static final String SUPERVISOR = SignedIn.nameOf(Role.SUPERVISOR);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Founding founding;
  private final FeeCatalogue catalogue;
  private final Desk desk = new Desk(SignedIn::token);
  private boolean founded;

  ChargeCity(Founding founding, FeeCatalogue catalogue) {
    this.founding = founding;
    this.catalogue = catalogue;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    founding.publish(
        List.of(Founding.city(CITY, "收费市")),
        List.of(Founding.department("cha", "登记局", CITY), Founding.department("chb", "道路局", CITY)),
        List.of(item("cha", REGISTRATION), item("chb", ROAD)));
    catalogue
        .register(
            List.of(
                new FeeDraft("test-registration", Founding.FROM, registration(FeeState.IN_FORCE)),
                new FeeDraft("test-road", Founding.FROM, road())),
            "test")
        .await()
        .atMost(PATIENCE);
    founding.publish(THEME, theme());
    Founding.employ("cha", "chb");
    SignedIn.as(Role.CATALOGUE_EDITOR);
    SignedIn.as(Role.SUPERVISOR);
    founded = true;
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

  private static SampleItem item(String department, String code) {
    return SampleItem.of(department, code, CITY).named("收费事项").within(20, 10, "four-step");
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  /** A case by what its applicant holds. */
  record Begun(String number, String code) {
    Map<String, Object> holder() {
      return Map.of("number", number, "trackingCode", code);
    }

    Response bill() {
      return Api.contract().body(holder()).post("/api/v1/bills/lookups");
    }

    Response pay() {
      return Api.contract()
          .header("Idempotency-Key", Api.key())
          .body(holder())
          .post("/api/v1/bills/payments");
    }

    Response askBack(String payment, String ground) {
      return Api.contract()
          .header("Idempotency-Key", Api.key())
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
        Api.contract()
            .header("Idempotency-Key", Api.key())
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
    return desk.act("cha." + post, begun.number(), action, command);
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
        .header("Idempotency-Key", Api.key())
        .post(path + "/cash-payments");
  }

  Response propose(String account, String caseNumber, String payment, String ground) {
    return as(account)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("paymentId", payment, "ground", ground, "reason", "核对无误，应予退还"))
        .post("/api/v1/cases/" + caseNumber + "/bill/refunds");
  }

  /** Goes on at the sandbox. */
  static Response decide(Response order, String outcome) {
    String payAt = order.path("payAt");
    return Api.contract()
        .body(Map.of("outcome", outcome))
        .post("/api/v1/sandbox-payments/" + payAt.substring(payAt.lastIndexOf('/') + 1));
  }
}
