package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;

/**
 * Personal data from its arrival to its end: sealed, masked, seen with a reason, found, copied,
 * deleted.
 */
@QuarkusTest
class PersonalDataApiTest {
  private static final String NAME = "慕容晓芙";
  private static final String IDENTITY = "11010519491231002X";
  private static final String PHONE = "13987651234";
  private static final String ADDRESS = "晴川市晴岚区听雨街道落霞路77号";
  private static final String SUBJECT = "落霞路七十七号慕容家小面馆";
  private static final String REASON = "慕容晓芙女士的租赁合同缺页";
  private static final String LACK = "落霞路合同第三页";
  private static final String MESSAGE = "慕容晓芙已补交";
  private static final String FILE = "慕容晓芙-身份证.pdf";
  private static final String CONTENT = "慕容晓芙的合同正文";
  private static final List<String> SECRETS =
      List.of(NAME, IDENTITY, PHONE, ADDRESS, SUBJECT, REASON, LACK, MESSAGE, FILE, CONTENT);

  @Inject CaseCity city;
  @Inject AgroalDataSource database;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private static Begun begin() {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    Map<String, Object> applicant = new HashMap<>();
    applicant.put("kind", "person");
    applicant.put("name", NAME);
    applicant.put("identityNumber", IDENTITY);
    applicant.put("phone", PHONE);
    applicant.put("address", ADDRESS);
    application.put("applicant", applicant);
    application.put("subject", SUBJECT);
    application.put("materials", List.of(Map.of("code", "M1", "uploadId", upload())));
    Response receipt = CaseCity.apply(application).then().statusCode(201).extract().response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  private static String upload() {
    byte[] pdf =
        (new String(CaseCity.PDF, StandardCharsets.US_ASCII) + "% " + CONTENT)
            .getBytes(StandardCharsets.UTF_8);
    return CaseCity.upload(FILE, pdf).then().statusCode(201).extract().path("id");
  }

  /** A whole life, with words of people at every turn. */
  private Begun lived() {
    Begun begun = begin();
    done(
        "tst.window",
        begun,
        "request-correction",
        Map.of("reason", REASON, "missing", List.of(Map.of("materialCode", "M1", "what", LACK))));
    Map<String, Object> supplement = begun.ticket();
    supplement.put("message", MESSAGE);
    supplement.put("materials", List.of(Map.of("code", "M1", "uploadId", upload())));
    CaseCity.api()
        .header("Idempotency-Key", CaseCity.key())
        .body(supplement)
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(200);
    done("tst.window", begun, "refuse", Map.of("reason", REASON));
    return begun;
  }

  private void done(String account, Begun begun, String action, Map<String, Object> command) {
    city.act(account, begun, action, command).then().statusCode(200);
  }

  @Test
  void leavesNothingOfAPersonInTheDatabase() throws SQLException {
    Begun begun = lived();
    begun
        .track()
        .then()
        .body("subject", is(SUBJECT))
        .body("history.reason", hasItem(REASON))
        .body("history.missing.flatten().what", hasItem(LACK))
        .body("materials[0].fileName", is(FILE))
        .body("notices.text", hasItem(org.hamcrest.Matchers.containsString(REASON)));
    CaseCity.api().body(CaseCity.application(CaseCity.BARE)).post("/api/v1/applications");
    try (Connection connection = database.getConnection()) {
      assertEquals(
          List.of(begun.number(), "慕容**"),
          DatabaseScan.find(connection, List.of(begun.number(), "慕容**")),
          "the scan reads what is there");
      assertEquals(List.of(), DatabaseScan.find(connection, SECRETS));
    }
  }

  @Test
  void keepsLogsAndFiguresFreeOfPeople() {
    StringBuffer log = new StringBuffer();
    try (LogCapture capture = LogCapture.begin(log)) {
      Begun begun = lived();
      city.as("tst.window").get("/api/v1/cases/" + begun.number()).then().statusCode(200);
      search("tst.window", Map.of("phone", PHONE)).then().statusCode(200);
      Map<String, Object> wrong = CaseCity.application(CaseCity.LICENCE);
      wrong.put(
          "applicant",
          Map.of(
              "kind",
              "person",
              "name",
              NAME,
              "phone",
              PHONE,
              "identityNumber",
              "11010519491231002Y"));
      wrong.put("subject", SUBJECT);
      CaseCity.apply(wrong).then().statusCode(422);
      wrong.put("applicant", Map.of("kind", "person", "name", NAME, "phone", PHONE));
      wrong.put("regionCode", "990199999999");
      CaseCity.apply(wrong).then().statusCode(422);
      CaseCity.anything()
          .body("{\"itemCode\":\"" + SUBJECT + "\",\"applicant\":{\"name\":\"" + NAME + "\"")
          .post("/api/v1/applications")
          .then()
          .statusCode(400);
      capture.flush();
    }
    String figures = io.restassured.RestAssured.get("/q/metrics").asString();
    assertTrue(log.length() > 0, "the log was listened to");
    for (String secret : SECRETS) {
      assertTrue(!log.toString().contains(secret), () -> secret + " is in the log");
      assertTrue(!figures.contains(secret), () -> secret + " is in the figures");
    }
  }

  @Test
  void masksEverythingUntilTwoPersonsHaveAgreed() throws SQLException {
    Begun begun = begin();
    file("tst.window", begun)
        .body("applicant.name", is("慕容**"))
        .body("applicant.phoneMasked", is("139****1234"))
        .body("applicant.identityNumberMasked", is("11**************2X"))
        .body("applicant.address", is("晴川市晴岚区听雨街道****"))
        .body("applicant.phone", nullValue())
        .body("applicant.identityNumber", nullValue());

    ask("tst.window", begun, "打电话给" + NAME).then().statusCode(422);
    ask("tst.window", begun, "请拨打 139 8765 1234").then().statusCode(422);
    String confirmation =
        ask("tst.window", begun, "约定现场核查时间")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    ask("tst.window", begun, "再次").then().statusCode(409);
    ask("oth.window", begun, "不是本部门").then().statusCode(404);
    ask("supervisor", begun, "监察不看明文").then().statusCode(403);
    file("tst.window", begun)
        .body("unmasking.state", is("waiting"))
        .body("applicant.name", is("慕容**"));
    decide("tst.window", confirmation).then().statusCode(403);
    decide("oth.window", confirmation).then().statusCode(404);
    decide("tst.reviewer", confirmation).then().statusCode(200).body("reason", is("约定现场核查时间"));
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, List.of("约定现场核查时间")));
    }

    file("tst.window", begun)
        .body("unmasking.state", is("open"))
        .body("applicant.name", is(NAME))
        .body("applicant.phone", is(PHONE))
        .body("applicant.plain", contains("name", "phone"))
        .body("applicant.identityNumber", nullValue())
        .body("applicant.address", is("晴川市晴岚区听雨街道****"));
    // Only to whoever asked.
    file("tst.reviewer", begun).body("applicant.name", is("慕容**"));

    accesses(begun)
        .then()
        .statusCode(200)
        .body(
            "items.action",
            hasItems("caseOpened", "unmaskingAsked", "unmaskingDecided", "plainValuesSeen"))
        .body("items.find { it.action == 'plainValuesSeen' }.fields", contains("name", "phone"))
        .body("items.find { it.action == 'plainValuesSeen' }.reasonKind", is("contact"))
        .body("items.find { it.action == 'plainValuesSeen' }.department.code", is("tst"))
        .body("items.find { it.action == 'plainValuesSeen' }.post", is("window"));

    String token = city.token("tst.window"); // taken now: tokens have clocks of their own
    assertTrue(token.length() > 0);
    clock.travelTo(Instant.now().plus(Duration.ofMinutes(31)));
    file("tst.window", begun).body("applicant.name", is("慕容**")).body("unmasking", nullValue());
  }

  @Test
  void keepsEveryLookAndLetsSupervisorsReadThem() throws SQLException {
    Begun begun = begin();
    String material = file("tst.window", begun).extract().path("materials[0].id");
    io.restassured.RestAssured.given()
        .header("Authorization", "Bearer " + city.token("tst.window"))
        .get("/api/v1/cases/" + begun.number() + "/materials/" + material + "/content")
        .then()
        .statusCode(200);
    city.as("oth.window").get("/api/v1/cases/" + begun.number()).then().statusCode(404);
    city.as("supervisor")
        .queryParam("caseNumber", begun.number())
        .get("/api/v1/access-trail")
        .then()
        .statusCode(200)
        .body("items.action", contains("materialOpened", "caseOpened"))
        .body("items.account", everyItem(is("tst.window")))
        .body("items.accountName", everyItem(is("李window")))
        .body("items[0].materialId", is(material))
        .body("items.session", everyItem(not(nullValue())));
    city.as("supervisor")
        .queryParam("account", "supervisor")
        .queryParam("action", "trailRead")
        .queryParam("limit", 1)
        .get("/api/v1/access-trail")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    city.as("tst.window").get("/api/v1/access-trail").then().statusCode(403);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String forbidden :
          List.of(
              "update access_trail set account = 'x'",
              "delete from access_trail",
              "truncate access_trail")) {
        assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
      }
    }
  }

  @Test
  void findsAPersonsCasesAmongOnesOwn() {
    Begun begun = begin();
    for (Map<String, String> term :
        List.of(
            Map.of("name", NAME),
            Map.of("phone", "+86 139 8765 1234"),
            Map.of("identityNumber", "11010519491231002x"))) {
      search("tst.reviewer", term)
          .then()
          .statusCode(200)
          .body("items.caseNumber", hasItem(begun.number()))
          .body("items.applicantMasked", hasItem("慕容**"));
      search("supervisor", term).then().body("items.caseNumber", hasItem(begun.number()));
      search("oth.reviewer", term).then().statusCode(200).body("items", hasSize(0));
      search("township.b", term).then().statusCode(200).body("items", hasSize(0));
    }
    search("tst.reviewer", Map.of("name", "慕容晓")).then().body("items", hasSize(0));
    search("tst.reviewer", Map.of("name", NAME, "phone", PHONE)).then().statusCode(422);
    search("editor", Map.of("name", NAME)).then().statusCode(403);
    for (int searches = 0; searches < 20; searches++) {
      search("tst.approver", Map.of("phone", "1380000" + (1000 + searches)));
    }
    search("tst.approver", Map.of("phone", PHONE))
        .then()
        .statusCode(429)
        .header("Retry-After", not(nullValue()));
  }

  @Test
  void givesThePersonACopy() {
    Begun begun = lived();
    file("tst.window", begun);
    CaseCity.api()
        .body(begun.ticket())
        .post("/api/v1/tracking/export")
        .then()
        .statusCode(200)
        .body("applicant.name", is(NAME))
        .body("applicant.identityNumber", is(IDENTITY))
        .body("applicant.address", is(ADDRESS))
        .body("subject", is(SUBJECT))
        .body("history.reason", hasItems(REASON, MESSAGE))
        .body("materials.fileName", everyItem(is(FILE)))
        .body("notices", not(hasSize(0)))
        .body("accesses.action", hasItem("caseOpened"));
    Map<String, Object> guess = begun.ticket();
    guess.put("trackingCode", "AAAAA-AAAAA");
    CaseCity.api().body(guess).post("/api/v1/tracking/export").then().statusCode(404);
    CaseCity.api().body(guess).post("/api/v1/tracking/accesses").then().statusCode(404);
  }

  /** Whatever a code opens, wrong ones count: no way round the guard of tracking. */
  @Test
  void letsNobodyGuessCodesByTheSideDoors() {
    for (String door : List.of("export", "accesses", "deletion-requests")) {
      Begun begun = begin();
      Map<String, Object> guess = begun.ticket();
      guess.put("trackingCode", "AAAAA-AAAAA");
      int status = 404;
      for (int guesses = 0; guesses < 100 && status == 404; guesses++) {
        status = CaseCity.api().body(guess).post("/api/v1/tracking/" + door).statusCode();
      }
      assertEquals(429, status, door);
    }
  }

  @Test
  void deletesAtThePersonsRequestWhenTheLawAllowsIt() throws SQLException {
    Begun open = begin();
    askForDeletion(open).then().statusCode(409);
    Begun begun = lived();
    askForDeletion(begun).then().statusCode(409); // has to be kept for ten years
    sql(
        "update case_file set ended_at = ended_at - interval '11 years' where case_number = '"
            + begun.number()
            + "'");
    String id = askForDeletion(begun).then().statusCode(202).extract().path("id");
    assertEquals(id, askForDeletion(begun).then().statusCode(202).extract().path("id"));
    city.as("tst.window").get("/api/v1/deletion-requests").then().statusCode(403);
    city.as("admin.a")
        .get("/api/v1/deletion-requests")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    String confirmation =
        city.as("admin.a")
            .body(Map.of("reason", "保存期满，申请人要求删除"))
            .post("/api/v1/deletion-requests/" + id + "/proposals")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmationId");
    decide("admin.a", confirmation).then().statusCode(403);
    begun.track().then().body("subject", is(SUBJECT));
    decide("admin.b", confirmation).then().statusCode(200);

    begun
        .track()
        .then()
        .statusCode(200)
        .body("personalDataDeletedAt", not(nullValue()))
        .body("state", is("notAccepted"))
        .body("subject", nullValue())
        .body("history.reason", everyItem(nullValue()))
        .body("history.kind", hasItem("correctionRequested"))
        .body("notices", hasSize(0))
        .body("materials[0].received", is(true));
    file("tst.window", begun)
        .body("personalDataDeletedAt", not(nullValue()))
        .body("applicant.name", is("慕容**"))
        .body("applicant.phoneMasked", nullValue())
        .body("materials", hasSize(0));
    ask("tst.window", begun, "已删除").then().statusCode(409);
    CaseCity.api()
        .body(begun.ticket())
        .post("/api/v1/tracking/export")
        .then()
        .statusCode(200)
        .body("applicant", nullValue());
    askForDeletion(begun).then().statusCode(409);
    search("supervisor", Map.of("identityNumber", IDENTITY))
        .then()
        .body("items.caseNumber", not(hasItem(begun.number())));
    for (String left :
        List.of(
            "select 1 from vault_key where subject = 'N'",
            "select 1 from person_index where case_number = 'N'",
            "select 1 from material_file f join case_material m on m.id = f.id where m.case_number"
                + " = 'N'",
            "select 1 from case_applicant where sealed is not null and case_number = 'N'")) {
      assertTrue(none(left.replace("'N'", "'" + begun.number() + "'")), left);
    }
    assertTrue(!none("select 1 from journal_public where case_number = '" + begun.number() + "'"));
  }

  private io.restassured.response.ValidatableResponse file(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number()).then().statusCode(200);
  }

  private Response ask(String account, Begun begun, String reason) {
    return city.as(account)
        .body(Map.of("fields", List.of("name", "phone"), "reasonKind", "contact", "reason", reason))
        .post("/api/v1/cases/" + begun.number() + "/unmaskings");
  }

  private Response decide(String account, String confirmation) {
    return city.as(account)
        .body(Map.of())
        .post("/api/v1/confirmations/" + UUID.fromString(confirmation) + "/confirm");
  }

  private Response search(String account, Map<String, String> term) {
    return city.as(account).body(term).post("/api/v1/people/search");
  }

  private static Response accesses(Begun begun) {
    return CaseCity.api().body(begun.ticket()).post("/api/v1/tracking/accesses");
  }

  private static Response askForDeletion(Begun begun) {
    return CaseCity.api().body(begun.ticket()).post("/api/v1/tracking/deletion-requests");
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private boolean none(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      return !run.executeQuery(query).next();
    }
  }
}
