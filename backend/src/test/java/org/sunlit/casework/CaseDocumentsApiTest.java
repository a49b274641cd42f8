package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.document.rules.ActKind;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** What a case is given in writing, who may read it, and the register of the seals. */
@QuarkusTest
class CaseDocumentsApiTest {
  @Inject CaseCity city;
  @Inject Pool pool;
  @Inject Guesses guesses;

  @BeforeEach
  void found() {
    city.found();
  }

  private static Response documents(Begun begun) {
    return Api.contract().body(begun.ticket()).post("/api/v1/tracking/documents");
  }

  private void does(String account, Begun begun, String action, Map<String, Object> command) {
    city.act(account, begun, action, command).then().statusCode(200);
  }

  @Test
  void everyEventOfACaseIsKnownToItsDocuments() {
    for (CaseEventKind kind : CaseEventKind.values()) {
      assertEquals(kind.code(), ActKind.of(kind.code()).code());
    }
  }

  @Test
  void aCaseIsGivenWhatTheLawWantsInWriting() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    does(
        "tst.window",
        begun,
        "request-correction",
        Map.of("missing", List.of(Map.of("materialCode", "M1", "what", "申请书没有签名"))));
    Api.anything()
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "caseNumber",
                begun.number(),
                "trackingCode",
                begun.code(),
                "materials",
                List.of(Map.of("code", "M1", "uploadId", Api.upload()))))
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(200);
    does("tst.window", begun, "accept", Map.of());
    city.pause(
        "tst.reviewer", "tst.approver", begun, Map.of("ground", "hearing", "reason", "利害关系人申请听证"));
    does("tst.reviewer", begun, "resume", Map.of());
    does("tst.reviewer", begun, "advance", Map.of());
    does("tst.approver", begun, "decide", Map.of("decision", "refuse", "reason", "不符合安全标准"));

    Response given = documents(begun);
    given
        .then()
        .statusCode(200)
        .body(
            "items.kind",
            contains(
                "receipt",
                "correction",
                "receipt",
                "acceptance",
                "pause",
                "resumption",
                "refusal",
                "delivery"))
        .body("items.addressee", everyItem(is("王小明")))
        .body("items.seal", everyItem(is("行政审批专用章")))
        .body("items.find { it.kind == 'refusal' }.title", is("不予行政许可决定书"))
        .body("items.find { it.kind == 'refusal' }.blocks.text", hasItem("不符合安全标准"))
        .body(
            "items.find { it.kind == 'refusal' }.blocks.text",
            hasItem(containsString("六十日内向晴川市人民政府申请行政复议")))
        .body("items.find { it.kind == 'correction' }.blocks.text", hasItem("材料M1：申请书没有签名"))
        .body("items.find { it.kind == 'pause' }.blocks.text", hasItem("利害关系人申请听证"));
    String refusal = given.path("items.find { it.kind == 'refusal' }.number");
    assertTrue(refusal.matches("晴测试不准〔\\d{4}〕[1-9]\\d*号"), refusal);
    String delivered =
        given.path(
            "items.find { it.kind == 'delivery' }.blocks.find { it.kind == 'document' }.text");
    assertEquals("《不予行政许可决定书》（" + refusal + "）", delivered);
  }

  @Test
  void anExpertReviewIsToldWhenItBeginsAndAWithdrawalEndsItInWriting() {
    Begun begun = CaseCity.begin(CaseCity.EXPERT);
    does("tst.window", begun, "accept", Map.of());
    does("tst.reviewer", begun, "advance", Map.of());
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(Map.of("caseNumber", begun.number(), "trackingCode", begun.code(), "reason", "不办了"))
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(200);
    documents(begun)
        .then()
        .body("items.kind", contains("receipt", "acceptance", "expertReview", "termination"));
  }

  @Test
  void whatWasIssuedStaysAsItWas() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    does("tst.window", begun, "accept", Map.of());
    String before = documents(begun).asString();
    run("update department set name = '晴川市改名局', short_name = '市改名局' where code = 'tst'");
    try {
      assertEquals(before, documents(begun).asString());
      does("tst.reviewer", begun, "advance", Map.of());
      does("tst.approver", begun, "decide", Map.of("decision", "grant"));
      documents(begun)
          .then()
          .body("items.find { it.kind == 'acceptance' }.unit", is("晴川市测试局"))
          .body("items.find { it.kind == 'grant' }.unit", is("晴川市改名局"))
          .body("items.find { it.kind == 'grant' }.number", containsString("晴改名准〔"));
    } finally {
      run("update department set name = '晴川市测试局', short_name = null where code = 'tst'");
    }
    for (String change :
        List.of(
            "update official_document set title = '假'",
            "delete from official_document",
            "truncate official_document cascade",
            "update seal_use set account = 'x'",
            "delete from seal_use",
            "truncate seal_use")) {
      Exception refused = assertThrows(Exception.class, () -> run(change));
      assertTrue(refused.getMessage().contains("only grows"), change + ": " + refused);
    }
  }

  @Test
  void onlyWhoMaySeeTheCaseMayReadItsDocuments() {
    Newcomer owner = Newcomer.person().arrive();
    Begun begun = CaseCity.begin(CaseCity.BARE);
    String path = "/api/v1/cases/" + begun.number() + "/documents";
    // The staff see the name as the case shows it.
    city.as("tst.reviewer")
        .get(path)
        .then()
        .statusCode(200)
        .body("items.addressee", everyItem(is("王**")))
        .body("items[0].blocks.text", not(hasItem(containsString("王小明"))));
    city.as("oth.reviewer").get(path).then().statusCode(404);
    owner.asks().get(path).then().statusCode(403);
    owner.asks().get("/api/v1/me/cases/" + begun.number() + "/documents").then().statusCode(404);
    owner.asks().body(begun.ticket()).post("/api/v1/me/cases").then().statusCode(200);
    owner
        .asks()
        .get("/api/v1/me/cases/" + begun.number() + "/documents")
        .then()
        .statusCode(200)
        .body("items.kind", contains("receipt"))
        .body("items.addressee", contains("王小明"));
    Map<String, Object> wrong = begun.ticket();
    wrong.put("trackingCode", "AAAAA-AAAAA");
    Api.contract().body(wrong).post("/api/v1/tracking/documents").then().statusCode(404);
    long looks =
        count(
            "select count(*) as n from access_trail where action = 'caseOpened' and case_number = '"
                + begun.number()
                + "'");
    assertEquals(1, looks);
  }

  @Test
  void anybodyCanCheckADocumentAndLearnsNothingOfWhomItIsFor() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    Response given = documents(begun);
    String number = given.path("items[0].number");
    String code = given.path("items[0].checkCode");
    Response genuine = verify(number.replace('〔', '[').replace('〕', ']'), code.toLowerCase());
    genuine
        .then()
        .statusCode(200)
        .body("genuine", is(true))
        .body("title", is("收件凭证"))
        .body("unit", is("晴川市测试局"))
        .body("number", is(number));
    assertFalse(genuine.asString().contains(begun.number()), "names the case");
    assertFalse(genuine.asString().contains("王"), "names the applicant");
    String none = verify("晴测试收〔2026〕99999999号", code).then().extract().asString();
    assertEquals(none, verify(number, "0000-0000").asString());
    assertEquals("{\"genuine\":false}", none);
    String other = documents(CaseCity.begin(CaseCity.BARE)).path("items[0].number");
    Address here = new Address("127.0.0.1");
    while (guesses.mustWait(here, "document " + number).isEmpty()) {
      guesses.wrong(here, "document " + number);
    }
    verify(number, code).then().statusCode(429).header("Retry-After", notNullValue());
    verify(other, "0000-0000").then().statusCode(200);
  }

  private static Response verify(String number, String code) {
    return Api.contract()
        .body(Map.of("number", number, "checkCode", code))
        .post("/api/v1/documents/verification");
  }

  @Test
  void theRegisterSaysWhoSetWhichSealAndNamesNoApplicant() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    does("tst.window", begun, "accept", Map.of());
    Response uses = city.as("tst.reviewer").get("/api/v1/seal-uses?of=" + begun.number());
    uses.then()
        .statusCode(200)
        .body("items.kind", contains("acceptance", "receipt"))
        .body("items[0].account", is("tst.window"))
        .body("items[0].post", is("window"))
        .body("items[0].unit", is("晴川市测试局"))
        .body("items[1].account", nullValue());
    assertFalse(uses.asString().contains("王"), "names the applicant");
    assertFalse(uses.asString().contains("checkCode"), "tells the code");
    city.as("oth.reviewer")
        .get("/api/v1/seal-uses?of=" + begun.number())
        .then()
        .body("items", hasSize(0));
    city.as("supervisor")
        .get("/api/v1/seal-uses?kind=acceptance&account=tst.window&department=tst&limit=1")
        .then()
        .body("items.kind", contains("acceptance"));
    city.as("editor").get("/api/v1/seal-uses").then().statusCode(403);
    city.as("supervisor").get("/api/v1/seal-uses?cursor=x").then().statusCode(400);
    String table =
        city.as("supervisor").get("/api/v1/seal-uses.csv?of=" + begun.number()).asString();
    assertEquals(3, table.strip().lines().count(), table);
    assertTrue(table.contains("\"晴川市测试局行政审批专用章\",\"受理通知书\""), table);
    assertTrue(table.contains("系统（申请人提交后自动用印）"), table);
    assertFalse(table.contains("王"), table);
  }

  @Test
  void manyAtOnceLeaveNoNumberOutAndGiveNoneTwice() throws Exception {
    List<Begun> cases =
        IntStream.range(0, 24).mapToObj(ignored -> CaseCity.begin(CaseCity.ELSEWHERE)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Integer>>> sent = new ArrayList<>();
      for (Begun begun : cases) {
        sent.add(threads.submit(() -> acceptThrice(begun)));
      }
      for (Future<List<Integer>> each : sent) {
        assertEquals(200, each.get().get(0));
      }
    } finally {
      threads.shutdownNow();
    }
    for (String kind : List.of("receipt", "acceptance")) {
      long all = count(series("count(*)", kind));
      assertTrue(all >= cases.size());
      assertEquals(all, count(series("count(distinct running)", kind)), "a number twice");
      assertEquals(all, count(series("max(running)", kind)), "a number left out");
    }
    cases.forEach(
        begun -> documents(begun).then().body("items.kind", contains("receipt", "acceptance")));
  }

  /** Sent again with its key, and once more without: one document all the same. */
  private List<Integer> acceptThrice(Begun begun) {
    String key = Api.key();
    List<Integer> answers = new ArrayList<>();
    for (String each : List.of(key, key, Api.key())) {
      answers.add(
          city.as("oth.window")
              .header("Idempotency-Key", each)
              .header("If-Match", "\"1\"")
              .body(Map.of("confirmedRisk", true))
              .post("/api/v1/cases/" + begun.number() + "/actions/accept")
              .statusCode());
    }
    assertEquals(412, answers.get(2));
    return answers;
  }

  private static String series(String what, String kind) {
    return "select "
        + what
        + " as n from official_document where department_code = 'oth' and kind = '"
        + kind
        + "'";
  }

  private long count(String sql) {
    return pool.query(sql)
        .execute()
        .map(rows -> rows.iterator().next().getLong("n"))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private void run(String sql) {
    pool.query(sql).execute().await().atMost(Duration.ofSeconds(20));
  }
}
