package org.sunlit.report;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlit.demo.Hpke;
import org.sunlit.demo.P256;
import org.sunlit.demo.Receipt;
import org.sunlit.identity.Role;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;

/** Sealed reports at the desk: who can read and answer them, and for how long. */
@QuarkusTest
class ReportDeskApiTest extends ReportSteps {
  private static final byte[] INFO = "Sunlit sealed report 1".getBytes(StandardCharsets.US_ASCII);

  @Inject ReportSweep sweep;

  @Test
  void aConversationGoesThereAndBack() {
    Receipt receipt = receipt(3);
    file(receipt, PLAIN).then().statusCode(201).body("state", is("new"), "next", is(2));
    String id = idOf(receipt);
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
  void nobodyElseSeesAnything() {
    Receipt receipt = receipt(8);
    file(receipt, PLAIN).then().statusCode(201);
    String id = idOf(receipt);
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
    String id = idOf(receipt);
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

  private Response sealAgain(String by, String report, String recipient, String key) {
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
