package org.sunlit.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.DatabaseScan;
import org.sunlit.casework.LogCapture;
import org.sunlit.demo.P256;
import org.sunlit.demo.Receipt;
import org.sunlit.testing.Api;

/** Sealed reports from outside: what is kept of them, and what can't be done to them. */
@QuarkusTest
class SealedReportsApiTest extends ReportSteps {
  private static final String BROWSER = "Sunlit-Reporter-Browser/7.3";
  private static final String CAME_FROM = "203.0.113.77";

  @Inject DataSource database;

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
      go("inv.a", idOf(receipt), "looking").then().statusCode(200);
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
  void theReporterWritesAlsoWhileTheOfficeIsAtIt() throws Exception {
    Receipt receipt = receipt(12);
    file(receipt, PLAIN).then().statusCode(201);
    UUID id = UUID.fromString(idOf(receipt));
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
}
