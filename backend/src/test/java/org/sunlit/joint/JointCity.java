package org.sunlit.joint;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sunlit.identity.Role;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.powerlist.Fee;
import org.sunlit.powerlist.FeeStatus;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
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
  static final String EDITOR = SignedIn.nameOf(Role.CATALOGUE_EDITOR);
  static final String SUPERVISOR = SignedIn.nameOf(Role.SUPERVISOR);

  private final Founding founding;
  private final Desk desk = new Desk(SignedIn::token);
  private boolean founded;

  JointCity(Founding founding) {
    this.founding = founding;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    founding.publish(
        List.of(
            Founding.city(CITY, "联审市"),
            new RegionDraft(COUNTY, "联审区", null, RegionLevel.COUNTY, CITY)),
        List.of(
            Founding.department("jta", "联审牵头局", CITY),
            Founding.department("jtb", "联审区局", COUNTY),
            Founding.department("jtc", "联审城管局", CITY)),
        List.of(
            item("jta", LEAD_ITEM, 10, "场所证明", "申请书").costing(certificate(8000)),
            item("jtb", COUNTY_ITEM, 15, "场所证明").inCounty(COUNTY).costing(certificate(2000)),
            JointWord.late(CITY),
            JointWord.conditions(CITY),
            item("jtc", SIGN_ITEM, 10, "效果图")
                .costing(new Fee("占用费", "每平方米每日0.50元", 50L, null, FeeStatus.CHARGED))));
    founding.publish(THEME, theme());
    founding.publish(JointWord.THEME, JointWord.theme(COUNTY));
    Founding.employ("jta", "jtb", "jtc");
    SignedIn.as(Role.CATALOGUE_EDITOR);
    SignedIn.as(Role.SUPERVISOR);
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

  private static Fee certificate(long fen) {
    return new Fee("证书费", "每件", fen, null, FeeStatus.CHARGED);
  }

  /** Of its materials the first is required. */
  private static SampleItem item(
      String department, String code, int promised, String... materials) {
    return SampleItem.of(department, code, CITY)
        .named("联审事项")
        .within(20, promised, "four-step")
        .asking(
            IntStream.range(0, materials.length)
                .mapToObj(
                    place -> SampleItem.material("M" + (place + 1), materials[place], place == 0))
                .toList());
  }

  RequestSpecification as(String account) {
    return desk.as(account);
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
    return Map.of("key", key, "uploadId", Api.upload());
  }

  static Response apply(Map<String, Object> form) {
    return Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(form)
        .post("/api/v1/joint-applications");
  }

  /** A new joint application. */
  static Begun begin(String sign) {
    return begun(apply(form(sign)));
  }

  static Begun begun(Response answer) {
    Response receipt = answer.then().statusCode(201).extract().response();
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
      return Api.contract().body(ticket()).post("/api/v1/joint-tracking");
    }

    Response send(String what, Map<String, Object> more) {
      Map<String, Object> body = ticket();
      body.putAll(more);
      return Api.contract()
          .header("Idempotency-Key", Api.key())
          .body(body)
          .post("/api/v1/joint-tracking/" + what);
    }

    /** By what a case of it is held. */
    Map<String, Object> holder(String caseNumber) {
      return Map.of("caseNumber", caseNumber, "trackingCode", code);
    }

    /** A case's own tracking page, which the same code opens. */
    Response trackCase(String caseNumber) {
      return Api.contract().body(holder(caseNumber)).post("/api/v1/tracking");
    }

    /** What was promised with a case. */
    Response promise(String caseNumber) {
      return Api.contract().body(holder(caseNumber)).post("/api/v1/promises/lookups");
    }
  }

  Response state(String account, Begun begun, String caseNumber, String... lacks) {
    List<Map<String, String>> missing = new ArrayList<>();
    for (String what : lacks) {
      missing.add(Map.of("materialCode", "M1", "what", what));
    }
    return state(account, begun, caseNumber, missing);
  }

  Response state(
      String account, Begun begun, String caseNumber, List<Map<String, String>> missing) {
    return as(account)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("caseNumber", caseNumber, "missing", missing, "confirmedRisk", true))
        .post("/api/v1/joint-applications/" + begun.number() + "/statements");
  }

  Response command(String account, Begun begun, String what, Object body) {
    RequestSpecification request = as(account).header("Idempotency-Key", Api.key());
    if (body != null) {
      request.body(body);
    }
    return request.post("/api/v1/joint-applications/" + begun.number() + "/" + what);
  }

  Response act(String account, String caseNumber, String action, Map<String, Object> command) {
    return desk.act(account, caseNumber, action, command);
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
}
