package org.sunlit.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.DatabaseScan;
import org.sunlit.casework.LogCapture;
import org.sunlit.demo.Hpke;
import org.sunlit.demo.P256;
import org.sunlit.demo.Receipt;
import org.sunlit.identity.Role;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** Sealed reports: what is kept of them, who can do what, and what can't be done to them. */
@QuarkusTest
class SealedReportsApiTest extends ReportSteps {
  private static final String PLAIN = "局长在项目招标中收受好处费";
  private static final String BROWSER = "Sunlit-Reporter-Browser/7.3";
  private static final String CAME_FROM = "203.0.113.77";
  private static final byte[] INFO = "Sunlit sealed report 1".getBytes(StandardCharsets.US_ASCII);

  @Inject Tables tables;
  @Inject DataSource database;
  @Inject ReportSweep sweep;

  @BeforeEach
  void begin() {
    openDoor();
  }

  @Test
  void whatIsReportedIsNowhereAndWhoReportedNeither() throws SQLException {
    Receipt receipt = receipt(1);
    StringBuffer log = new StringBuffer();
    String answers;
    try (LogCapture capture = LogCapture.begin(log)) {
      answers =
          post(
                  Api.contract()
                      .header("User-Agent", BROWSER)
                      .header("X-Forwarded-For", CAME_FROM)
                      .header("Authorization", "Bearer " + desk.token("inv.a")),
                  "",
                  filing(receipt, PLAIN))
              .then()
              .statusCode(201)
              .extract()
              .asString();
      Map<String, Object> broken = new HashMap<>(filing(receipt(2), PLAIN));
      broken.put("publicKey", text(new byte[65]));
      answers += post(Api.contract(), "", broken).then().statusCode(422).extract().asString();
      answers +=
          given()
              .body("{\"mailbox\":\"" + PLAIN)
              .contentType("application/json")
              .post(PUBLIC)
              .asString();
      capture.flush();
    }
    List<String> secrets =
        List.of(PLAIN, BROWSER, CAME_FROM, receipt.characters(), text(receipt.mailbox()));
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, secrets));
      go("inv.a", latest(), "looking").then().statusCode(200);
      assertEquals(
          List.of("looking"),
          DatabaseScan.find(connection, List.of("looking")),
          "the scan reads what is there");
    }
    for (String secret : secrets) {
      assertFalse(log.toString().contains(secret), "log: " + secret);
      assertFalse(answers.contains(secret), "answers: " + secret);
    }
    assertFalse(log.toString().contains("sealed-reports"), "not even that somebody reported");
    assertFalse(given().get("/q/metrics").asString().contains("sealed-reports"));
    assertEquals(0, tables.count("select count(*) from journal_event where kind like '%report%'"));
    assertEquals(
        0,
        tables.count(
            "select count(*) from information_schema.columns where table_name in"
                + " ('report', 'report_message', 'report_message_key', 'report_attachment', 'report_step')"
                + " and (data_type like 'time%' or column_name ~ 'address|agent|device|session')"),
        "no time nearer than a day");
  }

  @Test
  void aConversationGoesThereAndBack() {
    Receipt receipt = receipt(3);
    file(receipt, PLAIN).then().statusCode(201).body("state", is("new"), "next", is(2));
    String id = latest();
    JsonPath seen =
        desk.as("inv.a").get(DESK + "/reports/" + id).then().statusCode(200).extract().jsonPath();
    assertTrue(opened(seen, 0, KEYS.get("inv.a"), receipt.keyPair().publicKey()).contains(PLAIN));
    assertFalse(seen.prettify().contains(PLAIN));

    byte[] reporter = bytes(seen.getString("publicKey"));
    Map<String, Object> answer =
        Map.of("number", 2, "words", words("请补充时间", 2, reporter, KEYS.get("inv.a")));
    desk.as("inv.a")
        .body(answer)
        .post(DESK + "/reports/" + id + "/messages")
        .then()
        .statusCode(201)
        .body("state", is("answered"));
    desk.as("inv.a")
        .body(answer)
        .post(DESK + "/reports/" + id + "/messages")
        .then()
        .statusCode(409);

    JsonPath read = open(receipt).then().statusCode(200).extract().jsonPath();
    assertEquals(2, read.getList("messages").size());
    Map<String, Object> more =
        Map.of(
            "mailbox", text(receipt.mailbox()),
            "number", 3,
            "words", words("去年三月", 3, reporter, receipt.keyPair()));
    post(Api.contract(), "/messages", more)
        .then()
        .statusCode(201)
        .body("state", is("looking"), "next", is(4));
    // Sent again because its answer was lost: taken once.
    post(Api.contract(), "/messages", more).then().statusCode(201).body("next", is(4));
    // A repeated filing is the same filing; another under its name isn't taken.
    post(
            Api.contract(),
            "",
            Map.of(
                "mailbox", text(receipt.mailbox()),
                "publicKey", text(reporter),
                "words", words("别的", 1, reporter, receipt.keyPair())))
        .then()
        .statusCode(409);

    go("inv.a", id, "clue").then().statusCode(200);
    go("inv.b", id, "new").then().statusCode(409);
    desk.as("inv.b")
        .header("If-Match", "\"1\"")
        .body(Map.of("state", "closed"))
        .post(DESK + "/reports/" + id + "/states")
        .then()
        .statusCode(412);
    go("inv.b", id, "closed").then().statusCode(200);
    open(receipt)
        .then()
        .statusCode(200)
        .body("state", is("closed"), "destroyedOn.length()", is(10));

    tables.count(
        "with gone as (update report set destroy_on = filed_on where id = $1 returning 1) select count(*) from gone",
        UUID.fromString(id));
    sweep.destroy().await().indefinitely();
    open(receipt).then().statusCode(404);
    assertEquals(
        0,
        tables.count(
            "select count(*) from report_message where report_id = $1", UUID.fromString(id)));
  }

  @Test
  void filesAreSealedAndTakenByOneMessage() {
    byte[] sealed = new byte[64 * 1024 + 28];
    String id = sendFile(sealed).then().statusCode(201).extract().path("id");
    Map<String, Object> filing = new HashMap<>(filing(receipt(4), PLAIN));
    filing.put("attachments", List.of(id));
    desk.as("inv.a").get(DESK + "/attachments/" + id).then().statusCode(404);
    post(Api.contract(), "", filing).then().statusCode(201);
    assertArrayEquals(sealed, desk.as("inv.a").get(DESK + "/attachments/" + id).asByteArray());
    Map<String, Object> other = new HashMap<>(filing(receipt(5), PLAIN));
    other.put("attachments", List.of(id));
    post(Api.contract(), "", other).then().statusCode(422);
    open(receipt(5)).then().statusCode(404);
  }

  @Test
  void whatIsNotSealedOrTooLargeIsRefused() {
    sendFile("%PDF-1.7 not sealed at all".getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
    sendFile(new byte[1024 * 1024]).then().statusCode(422);
    for (String member : List.of("mailbox", "publicKey")) {
      Map<String, Object> broken = new HashMap<>(filing(receipt(6), PLAIN));
      broken.put(member, text(new byte[7]));
      post(Api.contract(), "", broken).then().statusCode(422);
    }
    byte[] beside = P256.random().publicKey();
    beside[64] ^= 1;
    desk.as("inv.c")
        .body(Map.of("publicKey", text(beside)))
        .post(DESK + "/recipients")
        .then()
        .statusCode(422);
    Map<String, Object> plain = new HashMap<>(filing(receipt(6), PLAIN));
    Map<String, Object> words = new HashMap<>((Map<String, Object>) plain.get("words"));
    words.put("body", text(PLAIN.repeat(40).getBytes(StandardCharsets.UTF_8)));
    plain.put("words", words);
    post(Api.contract(), "", plain)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/words/body"));
    // To one recipient only, or to somebody who is none.
    words = new HashMap<>((Map<String, Object>) filing(receipt(6), PLAIN).get("words"));
    List<Map<String, Object>> keys = (List<Map<String, Object>>) words.get("keys");
    words.put(
        "keys",
        List.of(
            keys.get(0), Map.of("recipient", UUID.randomUUID(), "key", keys.get(0).get("key"))));
    plain.put("words", words);
    post(Api.contract(), "", plain).then().statusCode(409);
    Api.anything()
        .body(worked(Map.of("mailbox", "x".repeat(2_000_000))))
        .post(PUBLIC)
        .then()
        .statusCode(413);
    open(receipt(6)).then().statusCode(404);
  }

  @Test
  void aGuessCostsWorkAndTellsNothing() {
    Map<String, Object> guess = worked(Map.of("mailbox", text(receipt(7).mailbox())));
    String missing =
        Api.contract()
            .body(guess)
            .post(PUBLIC + "/openings")
            .then()
            .statusCode(404)
            .extract()
            .asString();
    Api.contract().body(guess).post(PUBLIC + "/openings").then().statusCode(422);
    assertFalse(missing.contains(text(receipt(7).mailbox())));
    Map<String, Object> unworked =
        Map.of(
            "mailbox",
            text(receipt(7).mailbox()),
            "work",
            Map.of("challenge", "1.0.a.b", "answer", "1"));
    Api.contract().body(unworked).post(PUBLIC + "/openings").then().statusCode(422);
  }

  @Test
  void nobodyElseSeesAnything() {
    file(receipt(8), PLAIN).then().statusCode(201);
    String id = latest();
    for (Role role : Role.values()) {
      if (role != Role.INVESTIGATOR) {
        SignedIn.as(role);
        Stream.of("/reports", "/reports/" + id, "/recipients", "/sealing", "/attachments/" + id)
            .forEach(
                path -> desk.as(SignedIn.nameOf(role)).get(DESK + path).then().statusCode(403));
      }
    }
    Api.contract().get(DESK + "/reports").then().statusCode(401);
    // An investigator without a key sees that there is something, and can open nothing.
    desk.as("inv.c")
        .get(DESK + "/reports/" + id)
        .then()
        .statusCode(200)
        .body("mine", is((String) null), "messages[0].key", is((String) null));
  }

  @Test
  void whoComesCanReadAndWhoGoesCanNot() {
    Receipt receipt = receipt(9);
    file(receipt, PLAIN).then().statusCode(201);
    String id = latest();
    String of = recipientOf("inv.a");
    desk.as("inv.b").post(DESK + "/recipients/" + of + "/removals").then().statusCode(409);

    admit("inv.c", "inv.a");
    String newcomer = recipientOf("inv.c");
    // Who can't open it can't seal it either, and nothing is kept of what isn't there.
    String made = text(Arrays.copyOf(new byte[] {4}, 113));
    sealAgain("inv.c", id, newcomer, made).then().statusCode(204);
    sealAgain("inv.b", UUID.randomUUID().toString(), newcomer, made).then().statusCode(204);
    desk.as("inv.c").get(DESK + "/reports/" + id).then().body("messages[0].key", is((String) null));
    JsonPath gaps =
        desk.as("inv.b").get(DESK + "/sealing").then().statusCode(200).extract().jsonPath();
    List<Map<String, Object>> mine =
        gaps.<Map<String, Object>>getList("").stream()
            .filter(gap -> gap.get("reportId").equals(id))
            .toList();
    assertEquals(List.of(newcomer), mine.get(0).get("recipients"));
    byte[] reporter = receipt.keyPair().publicKey();
    byte[] bound = bound(reporter, 1, 0, bytes((String) mine.get(0).get("digest")));
    byte[] key =
        Hpke.aes256()
            .open(KEYS.get("inv.b"), reporter, INFO, bound, bytes((String) mine.get(0).get("key")));
    byte[] again =
        Hpke.aes256().seal(KEYS.get("inv.c").publicKey(), KEYS.get("inv.b"), INFO, bound, key);
    sealAgain("inv.b", id, newcomer, text(again)).then().statusCode(204);
    JsonPath seen = desk.as("inv.c").get(DESK + "/reports/" + id).jsonPath();
    assertTrue(opened(seen, 0, KEYS.get("inv.c"), KEYS.get("inv.b").publicKey()).contains(PLAIN));

    String request =
        desk.as("inv.a")
            .post(DESK + "/recipients/" + newcomer + "/removals")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmation");
    confirm("inv.a", request).then().statusCode(403);
    confirm("inv.b", request).then().statusCode(200);
    desk.as("inv.c").get(DESK + "/reports/" + id).then().body("messages[0].key", is((String) null));
    assertEquals(2, recipients().size());
  }

  @Test
  void theReporterWritesAlsoWhileTheOfficeIsAtIt() throws Exception {
    Receipt receipt = receipt(12);
    file(receipt, PLAIN).then().statusCode(201);
    UUID id = UUID.fromString(latest());
    P256 pair = receipt.keyPair();
    Map<String, Object> more =
        Map.of(
            "mailbox", text(receipt.mailbox()),
            "number", 2,
            "words", words("还有", 2, pair.publicKey(), pair));
    try (Connection office = database.getConnection();
        PreparedStatement looked =
            office.prepareStatement(
                "update report set state = 'clue', version = version + 1 where id = ?")) {
      office.setAutoCommit(false);
      looked.setObject(1, id);
      looked.executeUpdate();
      CompletableFuture<Integer> written =
          CompletableFuture.supplyAsync(
              () -> post(Api.contract(), "/messages", more).getStatusCode());
      while (tables.count("select count(*) from pg_locks where not granted") == 0
          && !written.isDone()) {
        Thread.sleep(20);
      }
      office.commit();
      assertEquals(201, written.get(30, TimeUnit.SECONDS));
    }
    open(receipt).then().statusCode(200).body("state", is("clue"), "messages", hasSize(2));

    Map<String, Object> endless = new HashMap<>(more);
    endless.put("number", 101);
    post(Api.contract(), "/messages", endless)
        .then()
        .statusCode(409)
        .body("detail", containsString("100"));
    Api.anything()
        .body(worked(Map.of("mailbox", "@@")))
        .post(PUBLIC + "/openings")
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("Base64"));
  }

  private io.restassured.response.Response sealAgain(
      String by, String report, String recipient, String key) {
    return desk.as(by)
        .body(
            Map.of(
                "keys",
                List.of(
                    Map.of("reportId", report, "number", 1, "recipient", recipient, "key", key))))
        .post(DESK + "/sealing");
  }

  private String recipientOf(String account) {
    return tables.text(
        "select id::text from report_recipient where account = $1 and active", account);
  }

  private io.restassured.response.Response sendFile(byte[] sealed) {
    Map<String, Object> work = (Map<String, Object>) worked(Map.of()).get("work");
    return given()
        .multiPart("challenge", (String) work.get("challenge"))
        .multiPart("answer", (String) work.get("answer"))
        .multiPart("file", "sealed", sealed, "application/octet-stream")
        .post(PUBLIC + "/attachments");
  }

  private io.restassured.response.Response go(String account, String id, String state) {
    String tag = desk.as(account).get(DESK + "/reports/" + id).getHeader("ETag");
    return desk.as(account)
        .header("If-Match", tag)
        .body(Map.of("state", state))
        .post(DESK + "/reports/" + id + "/states");
  }

  /** The one that isn't looked at yet and was filed by this test. */
  private String latest() {
    return tables.text("select id::text from report order by ctid desc limit 1");
  }

  private static Receipt receipt(int number) {
    return new Receipt(("TEST" + number + "0".repeat(26)).substring(0, 26));
  }

  private static String opened(JsonPath report, int message, P256 reader, byte[] sender) {
    byte[] reporter = bytes(report.getString("publicKey"));
    byte[] body = bytes(report.getString("messages[" + message + "].body"));
    byte[] bound = bound(reporter, message + 1, 0, sha256(body));
    byte[] key =
        Hpke.aes256()
            .open(
                reader,
                sender,
                INFO,
                bound,
                bytes(report.getString("messages[" + message + "].key")));
    return new String(
        decrypted(key, body, Arrays.copyOf(bound, bound.length - 32)), StandardCharsets.UTF_8);
  }
}
