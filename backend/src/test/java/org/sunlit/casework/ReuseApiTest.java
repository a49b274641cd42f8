package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.testing.Api;
import org.sunlit.testing.Founding;
import org.sunlit.testing.Newcomer;
import org.sunlit.testing.SampleItem;

/** 免填免交: what the city has isn't asked for again, from its owner and for its owner alone. */
@QuarkusTest
class ReuseApiTest extends DelegationSteps {
  private static final String GIVES = "TST-RE-01";
  private static final String ASKS = "TST-RE-02";
  private static final String NAME = "欧阳重用";
  private static boolean founded;

  @Inject Founding founding;
  @Inject AgroalDataSource database;

  private final String identityNumber = someNumber();

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
  private static String someNumber() {
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

  private Newcomer newcomer() {
    return Newcomer.person().with("name", NAME).with("identityNumber", identityNumber).arrive();
  }

  private static Begun begun(Response receipt) {
    receipt.then().statusCode(201);
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  private static Response apply(Newcomer who, String key, Map<String, Object> more) {
    Map<String, Object> application = new HashMap<>(more);
    application.putIfAbsent("itemCode", ASKS);
    application.putIfAbsent("regionCode", CaseCity.TOWNSHIP);
    return who.asks()
        .header("Idempotency-Key", key)
        .body(application)
        .post("/api/v1/me/applications");
  }

  /** A business licence of theirs. */
  private Begun licensed(Newcomer who) {
    Begun begun =
        begun(apply(who, Api.key(), Map.of("itemCode", GIVES, "regionCode", CaseCity.CITY)));
    does("tst.window", begun, "accept", Map.of());
    does("tst.reviewer", begun, "advance", Map.of());
    does("tst.approver", begun, "decide", Map.of("decision", "grant"));
    does("tst.window", begun, "close", Map.of());
    return begun;
  }

  private void does(String account, Begun begun, String action, Map<String, Object> command) {
    city.act(account, begun, action, command).then().statusCode(200);
  }

  /** A first application, for which everything was handed in. */
  private static Begun handedIn(Newcomer who) {
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

  private static ValidatableResponse offers(Newcomer who) {
    return who.asks().queryParam("itemCode", ASKS).get("/api/v1/me/reuse").then().statusCode(200);
  }

  private static List<Map<String, Object>> everything(ValidatableResponse offers) {
    List<Map<String, Object>> materials = offers.extract().path("materials");
    return materials.stream()
        .map(one -> Map.of("code", one.get("code"), "from", one.get("from")))
        .toList();
  }

  @Test
  void whatTheCityHasIsTakenOverAndItsOriginStaysVisible() throws SQLException {
    Newcomer owner = newcomer();
    offers(owner).body("fields", empty()).body("materials", empty());
    Begun licence = licensed(owner);
    Begun first = handedIn(owner);

    ValidatableResponse offers =
        offers(owner)
            .body("fields.field", contains("subject", "regionCode"))
            .body("fields.value", contains("老屋改造", CaseCity.TOWNSHIP))
            .body("fields[0].source.caseNumber", is(first.number()))
            .body("materials.code", contains("M1", "M2"))
            .body("materials.from.kind", contains("document", "file"))
            .body("materials[0].source.caseNumber", is(licence.number()))
            .body("materials[0].document.unit", is("晴川市测试局"))
            .body("materials[1].fileName", is("租房合同.pdf"));
    String number = offers.extract().path("materials[0].document.number");
    Map<String, Object> wanted = Map.of("takenOver", everything(offers));
    String key = Api.key();
    Begun second = begun(apply(owner, key, wanted));
    assertEquals(second, begun(apply(owner, key, wanted)), "sent twice is one case");

    ValidatableResponse file = asClerk(second);
    file.body("materials.code", contains("M1", "M2"))
        .body("materials.takenOver.stands", contains(true, true))
        .body("materials[0].takenOver.document.number", is(number))
        .body("materials[0].takenOver.checkedAt", notNullValue())
        .body("materials[1].fileName", is("租房合同.pdf"));
    List<String> ids = file.extract().path("materials.id");
    String copy = download(second, ids.get(0));
    assertEquals(true, copy.contains(number) && copy.contains(NAME), copy);
    assertEquals(
        new String(Api.PDF, java.nio.charset.StandardCharsets.US_ASCII),
        download(second, ids.get(1)));
    second
        .track()
        .then()
        .body("materials[0].takenOver.document.number", is(number))
        .body("materials[2].takenOver", nullValue());
    owner
        .asks()
        .get("/api/v1/me/cases/" + second.number() + "/documents")
        .then()
        .body("items[0].blocks.text", hasItem(containsString("采用" + number + "文书，未收取纸质材料")));
    owner
        .asks()
        .get("/api/v1/me/cases/" + licence.number() + "/accesses")
        .then()
        .body("items.action", hasItems("reuseOffered", "reused"));
    // A copy isn't offered again: what it was made from is.
    offers(owner).body("materials.source.caseNumber", contains(licence.number(), first.number()));
    assertEquals(0, publicly(second, number), "nothing of it is public");

    // Taken up again after a review, the licence falls, and with it what rests on it.
    reopened(licence);
    offers(owner).body("materials.from.kind", contains("file", "file"));
    apply(owner, Api.key(), wanted)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from"))
        .body("errors[0].detail", containsString(number));
    assertEquals(second, begun(apply(owner, key, wanted)), "what began is answered as it was");
    asClerk(second).body("materials.takenOver.stands", contains(false, true));

    // What is deleted offers nothing; the copy is the new case's own.
    owner
        .asks()
        .header("Idempotency-Key", Api.key())
        .body(Map.of())
        .post("/api/v1/me/cases/" + first.number() + "/withdrawals")
        .then()
        .statusCode(200);
    forget(owner, first);
    offers(owner).body("materials", empty()).body("fields.field", contains("regionCode"));
    asClerk(second).body("materials[1].takenOver.stands", is(true));
    assertEquals(ids.size(), 2);
    download(second, ids.get(1));
  }

  @Test
  void nobodyElseGetsIt() {
    Newcomer owner = newcomer();
    Begun licence = licensed(owner);
    Begun first = handedIn(owner);
    List<Map<String, Object>> all = everything(offers(owner));

    // The same name and number in another account prove nothing.
    Newcomer other = newcomer();
    offers(other).body("fields", empty()).body("materials", empty());
    apply(other, Api.key(), Map.of("takenOver", all))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from", "/takenOver/1/from"));
    Map<String, Object> unfit = new HashMap<>(all.get(0));
    unfit.put("code", "M2");
    Map<String, Object> unlisted = new HashMap<>(all.get(0));
    unlisted.put("code", "M9");
    apply(owner, Api.key(), Map.of("takenOver", List.of(unfit, unlisted)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/takenOver/0/from", "/takenOver/1/code"));
    owner.asks().queryParam("itemCode", "TST-NONE").get("/api/v1/me/reuse").then().statusCode(404);
    Api.anything()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("itemCode", ASKS, "takenOver", all))
        .post("/api/v1/applications")
        .then()
        .statusCode(400);

    // At a window: by name and number together, where the clerk works, and on the person's trail.
    found("township.a", NAME, identityNumber)
        .then()
        .statusCode(200)
        .body("fields", empty())
        .body("materials.code", contains("M1", "M2"))
        .body("materials.source.caseNumber", contains(licence.number(), first.number()))
        .body("materials.fileName", not(hasItem(notNullValue())));
    found("township.a", "欧阳别人", identityNumber).then().statusCode(200).body("materials", empty());
    found("township.b", NAME, identityNumber).then().statusCode(404);
    found("tst.window", NAME, identityNumber).then().statusCode(404);
    found("township.a", " ", "  ")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/name", "/identityNumber"));
    Map<String, Object> intake =
        new HashMap<>(
            Map.of(
                "placeCode", CENTRE,
                "itemCode", ASKS,
                "regionCode", CaseCity.TOWNSHIP,
                "applicant", Map.of("kind", "person", "name", NAME, "phone", "13812345678"),
                "takenOver", all));
    takeIn(intake)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/applicant/identityNumber"));
    intake.put(
        "applicant",
        Map.of(
            "kind",
            "person",
            "name",
            NAME,
            "identityNumber",
            identityNumber,
            "phone",
            "13812345678"));
    Begun taken = begun(takeIn(intake));
    asClerk(taken).body("materials.takenOver.stands", contains(true, true));
    owner
        .asks()
        .get("/api/v1/me/cases/" + licence.number() + "/accesses")
        .then()
        .body(
            "items.findAll { it.post == 'township' || it.post == 'agent' }.action",
            hasItems("reuseOffered", "reused"));
  }

  private Response found(String account, String name, String number) {
    return city.as(account)
        .body(Map.of("placeCode", CENTRE, "itemCode", ASKS, "name", name, "identityNumber", number))
        .post("/api/v1/window-applications/reuse");
  }

  private Response takeIn(Map<String, Object> intake) {
    return city.as("township.a")
        .header("Idempotency-Key", Api.key())
        .body(intake)
        .post("/api/v1/window-applications");
  }

  private ValidatableResponse asClerk(Begun begun) {
    return city.as("township.a").get("/api/v1/cases/" + begun.number()).then().statusCode(200);
  }

  private String download(Begun begun, String material) {
    return city.as("township.a")
        .get("/api/v1/cases/" + begun.number() + "/materials/" + material + "/content")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private void reopened(Begun begun) {
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

  private void forget(Newcomer owner, Begun begun) throws SQLException {
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

  private void run(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Rows of the journal about a case, private and public, that name what it took over. */
  private int publicly(Begun begun, String number) throws SQLException {
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
