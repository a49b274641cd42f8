package org.sunlit.casework;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.testing.Api;
import org.sunlit.testing.Founding;
import org.sunlit.testing.Newcomer;
import org.sunlit.testing.SampleItem;

/** 免填免交: people with something the city has, and what is done with it in tests. */
abstract class ReuseSteps extends DelegationSteps {
  static final String GIVES = "TST-RE-01";
  static final String ASKS = "TST-RE-02";
  static final String NAME = "欧阳重用";
  private static boolean founded;

  @Inject Founding founding;
  @Inject AgroalDataSource database;

  final String identityNumber = someNumber();

  @BeforeEach
  @Override
  void found() {
    super.found();
    if (founded) {
      return;
    }
    founding.publish(
        List.of(),
        List.of(),
        List.of(
            SampleItem.of("tst", GIVES, CaseCity.CITY).within(60, 15, "four-step").giving("营业执照"),
            SampleItem.of("tst", ASKS, CaseCity.CITY)
                .of(Category.PAYMENT, ItemStatus.IN_FORCE)
                .within(60, 15, "welfare")
                .asking(
                    List.of(
                        SampleItem.material("M1", "营业执照副本", true),
                        SampleItem.material("M2", "租房合同", true),
                        SampleItem.material("M3", "补贴申请书", false)))));
    founded = true;
  }

  /** Somebody of whom no other test knows. */
  static String someNumber() {
    String most =
        "110105"
            + (19400101 + ThreadLocalRandom.current().nextInt(50) * 10000)
            + "%03d".formatted(ThreadLocalRandom.current().nextInt(1000));
    for (char check : "0123456789X".toCharArray()) {
      if (IdentityNumbers.isResident(most + check, LocalDate.of(2026, 1, 1))) {
        return most + check;
      }
    }
    throw new AssertionError(most);
  }

  Newcomer newcomer() {
    return Newcomer.person().with("name", NAME).with("identityNumber", identityNumber).arrive();
  }

  static Begun begun(Response receipt) {
    receipt.then().statusCode(201);
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  static Response apply(Newcomer who, String key, Map<String, Object> more) {
    Map<String, Object> application = new HashMap<>(more);
    application.putIfAbsent("itemCode", ASKS);
    application.putIfAbsent("regionCode", CaseCity.TOWNSHIP);
    return who.asks()
        .header("Idempotency-Key", key)
        .body(application)
        .post("/api/v1/me/applications");
  }

  /** A business licence of theirs. */
  Begun licensed(Newcomer who) {
    Begun begun =
        begun(apply(who, Api.key(), Map.of("itemCode", GIVES, "regionCode", CaseCity.CITY)));
    does("tst.window", begun, "accept", Map.of());
    does("tst.reviewer", begun, "advance", Map.of());
    does("tst.approver", begun, "decide", Map.of("decision", "grant"));
    does("tst.window", begun, "close", Map.of());
    return begun;
  }

  void does(String account, Begun begun, String action, Map<String, Object> command) {
    city.act(account, begun, action, command).then().statusCode(200);
  }

  /** A first application, for which everything was handed in. */
  static Begun handedIn(Newcomer who) {
    String contract = Api.upload("租房合同.pdf", Api.PDF).then().statusCode(201).extract().path("id");
    return begun(
        apply(
            who,
            Api.key(),
            Map.of(
                "subject",
                "老屋改造",
                "materials",
                List.of(
                    Map.of("code", "M1", "uploadId", Api.upload()),
                    Map.of("code", "M2", "uploadId", contract),
                    Map.of("code", "M3", "uploadId", Api.upload())))));
  }

  static ValidatableResponse offers(Newcomer who) {
    return who.asks().queryParam("itemCode", ASKS).get("/api/v1/me/reuse").then().statusCode(200);
  }

  /** What is offered to supplement a case of theirs. */
  static ValidatableResponse asked(Newcomer who, Begun begun) {
    return asked(who, begun, 200);
  }

  static ValidatableResponse asked(Newcomer who, Begun begun, int status) {
    return who.asks()
        .get("/api/v1/me/cases/" + begun.number() + "/reuse")
        .then()
        .statusCode(status);
  }

  static Response supplement(
      Newcomer who, Begun begun, String key, Map<String, Object> supplement) {
    return who.asks()
        .header("Idempotency-Key", key)
        .body(supplement)
        .post("/api/v1/me/cases/" + begun.number() + "/supplements");
  }

  static List<Map<String, Object>> everything(ValidatableResponse offers) {
    List<Map<String, Object>> materials = offers.extract().path("materials");
    return materials.stream()
        .map(one -> Map.of("code", one.get("code"), "from", one.get("from")))
        .toList();
  }

  Response found(String account, String name, String number) {
    return city.as(account)
        .body(Map.of("placeCode", CENTRE, "itemCode", ASKS, "name", name, "identityNumber", number))
        .post("/api/v1/window-applications/reuse");
  }

  Response takeIn(Map<String, Object> intake) {
    return city.as("township.a")
        .header("Idempotency-Key", Api.key())
        .body(intake)
        .post("/api/v1/window-applications");
  }

  ValidatableResponse asClerk(Begun begun) {
    return city.as("township.a").get("/api/v1/cases/" + begun.number()).then().statusCode(200);
  }

  String download(Begun begun, String material) {
    return city.as("township.a")
        .get("/api/v1/cases/" + begun.number() + "/materials/" + material + "/content")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  void reopened(Begun begun) {
    String today = LocalDate.now(CityTime.ZONE).toString();
    Map<String, Object> command =
        Map.of(
            "reason", "撤销原决定，责令重新作出",
            "toStep", "review",
            "review",
                Map.of(
                    "kind", "reconsideration",
                    "authority", "晴川市人民政府",
                    "documentNumber", "晴政复决〔2026〕13号",
                    "decidedOn", today,
                    "former", "withdrawn",
                    "clockFrom", today));
    String request =
        city.act("tst.approver", begun, "reopen", command)
            .then()
            .statusCode(200)
            .extract()
            .path("pendingConfirmation.id");
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(200);
  }

  void forget(Newcomer owner, Begun begun) throws SQLException {
    run(
        "update case_file set ended_at = ended_at - interval '11 years' where case_number = '"
            + begun.number()
            + "'");
    String id =
        owner
            .asks()
            .post("/api/v1/me/cases/" + begun.number() + "/deletion-requests")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    String confirmation =
        city.as("admin.a")
            .body(Map.of("reason", "保存期满，申请人要求删除"))
            .post("/api/v1/deletion-requests/" + id + "/proposals")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    city.decide("admin.b", confirmation, "confirm", Map.of()).then().statusCode(200);
  }

  void run(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Rows of the journal about a case, private and public, that name what it took over. */
  int publicly(Begun begun, String number) throws SQLException {
    try (Connection connection = database.getConnection();
        var sql =
            connection.prepareStatement(
                "select count(*) from journal_public p where p.case_number = ? and p::text like ?")) {
      sql.setString(1, begun.number());
      sql.setString(2, "%" + number + "%");
      try (var rows = sql.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
