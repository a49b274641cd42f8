package org.sunlit.casework;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.identity.Accounts;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
import org.sunlit.testing.SignedIn;

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

  private static final String PASSWORD = "correct horse battery staple";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Founding founding;
  private final Accounts accounts;
  private final Desk desk = new Desk(SignedIn::token);
  private boolean founded;

  CaseCity(Founding founding, Accounts accounts) {
    this.founding = founding;
    this.accounts = accounts;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    founding.publish(
        List.of(
            new RegionDraft(CITY, "晴川市", "Qingchuan", RegionLevel.CITY, null),
            new RegionDraft("990101000000", "晴岚区", "Qinglan", RegionLevel.COUNTY, CITY),
            township(TOWNSHIP, "晴岚街道"),
            township(OTHER_TOWNSHIP, "云溪镇"),
            village(VILLAGE, "上闸村"),
            village(OTHER_VILLAGE, "下闸村")),
        List.of(
            Founding.department("tst", "晴川市测试局", CITY), Founding.department("oth", "晴川市其他局", CITY)),
        List.of(
            item("tst", LICENCE).within(60, 15, "four-step").asking(materials(LICENCE)),
            item("tst", EXPERT).within(60, 15, "licence-expert"),
            item("tst", WELFARE)
                .of(Category.PAYMENT, ItemStatus.IN_FORCE)
                .within(60, 15, "welfare"),
            item("tst", JOINT).within(60, 15, "licence-joint"),
            item("tst", PRE_REVIEW)
                .within(60, 15, "licence-prereview")
                .asking(materials(PRE_REVIEW)),
            item("tst", BARE),
            item("oth", ELSEWHERE).within(60, 15, "four-step").asking(materials(ELSEWHERE)),
            item("tst", "TST-LIC-04").of(Category.LICENCE, ItemStatus.CANCELLED),
            item("tst", "TST-LIC-05").of(Category.LICENCE, ItemStatus.SUSPENDED)));
    accounts.create(people(), PASSWORD).await().atMost(PATIENCE);
    founded = true;
  }

  /** A further version of an item, with this flow and promise, from a day on. */
  void publish(String code, String flow, int promised, LocalDate from) {
    founding.publish(
        List.of(), List.of(), List.of(item("tst", code).within(60, promised, flow)), from);
  }

  private static SampleItem item(String department, String code) {
    return SampleItem.of(department, code, CITY);
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
    for (String account : List.of("service.agent", "service.other")) {
      people.add(
          new StaffAccount(
              account,
              "李service",
              "Li service",
              null,
              null,
              null,
              null,
              Set.of(Role.FULL_PROCESS_AGENT),
              Set.of()));
    }
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

  /** A pre-review asks for the original of the first. */
  private static List<Material> materials(String item) {
    MaterialForm form = item.equals(PRE_REVIEW) ? MaterialForm.ORIGINAL : MaterialForm.ELECTRONIC;
    Material first =
        new Material("M1", "材料M1", null, form, 1, MaterialSource.APPLICANT, true, false, null);
    return List.of(first, SampleItem.material("M2", "材料M2", false));
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  String token(String account) {
    return desk.token(account);
  }

  static Map<String, Object> application(String itemCode) {
    Map<String, Object> application = new HashMap<>();
    application.put("itemCode", itemCode);
    application.put(
        "applicant",
        new HashMap<>(Map.of("kind", "person", "name", "王小明", "phone", "13812345678")));
    if (Set.of(LICENCE, ELSEWHERE, PRE_REVIEW).contains(itemCode)) {
      application.put("materials", List.of(Map.of("code", "M1", "uploadId", Api.upload())));
    }
    if (itemCode.equals(WELFARE)) {
      application.put("regionCode", TOWNSHIP);
    }
    return application;
  }

  static Response apply(Map<String, Object> application) {
    return Api.anything()
        .header("Idempotency-Key", Api.key())
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
      return Api.contract().body(ticket()).post("/api/v1/tracking");
    }
  }

  Response act(String account, Begun begun, String action, Map<String, Object> command) {
    return desk.act(account, begun.number(), action, command);
  }

  Response act(
      String account, Begun begun, String action, Map<String, Object> command, String tag) {
    return Desk.act(as(account), begun.number(), action, command, tag);
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
}
