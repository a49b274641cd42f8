package org.sunlit.report;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.demo.P256;
import org.sunlit.demo.Receipt;
import org.sunlit.testing.Api;

/** A report about one of its recipients: it isn't there for them, now or later. */
@QuarkusTest
class LeftOutApiTest extends ReportSteps {
  private static final int NUMBER = 2;

  @Test
  void whoIsLeftOutNeverSeesTheReport() {
    admit("inv.c", "inv.a");
    UUID accused = recipientOf("inv.c");
    Receipt receipt = receipt(31);
    String file = sendFile(new byte[64 * 1024 + 28]).then().statusCode(201).extract().path("id");
    Map<String, Object> filing = new HashMap<>(filing(receipt, PLAIN, without(accused)));
    filing.put("leaveOut", List.of(accused));
    filing.put("attachments", List.of(file));
    post(Api.contract(), "", filing)
        .then()
        .statusCode(201)
        .body("leftOut", is(List.of(accused.toString())));
    String id = idOf(receipt);

    desk.as("inv.a")
        .get(DESK + "/reports/" + id)
        .then()
        .statusCode(200)
        .body("leftOut", is(List.of(accused.toString())));
    int others = desk.as("inv.a").get(DESK + "/reports").then().extract().path("total");
    isNotThereFor("inv.c", id, others - 1);

    // Neither the reporter nor the office seals to them by mistake, and nobody does so later.
    P256 pair = receipt.keyPair();
    write(receipt, words("还有", NUMBER, pair.publicKey(), pair)).then().statusCode(409);
    write(receipt, words("还有", NUMBER, pair.publicKey(), pair, without(accused)))
        .then()
        .statusCode(201)
        .body("leftOut", is(List.of(accused.toString())));
    desk.as("inv.a").get(DESK + "/sealing").then().body("reportId", not(hasItem(id)));
    assertEquals(0, sealAgain(id, accused));

    // With another key they are the same person.
    String removal =
        desk.as("inv.a")
            .post(DESK + "/recipients/" + accused + "/removals")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmation");
    confirm("inv.b", removal).then().statusCode(200);
    open(receipt).then().body("leftOut", is(List.of()));
    admit("inv.c", "inv.b");
    UUID again = recipientOf("inv.c");
    isNotThereFor("inv.c", id, others - 1);
    open(receipt).then().body("leftOut", is(List.of(again.toString())));
    desk.as("inv.a").get(DESK + "/sealing").then().body("reportId", not(hasItem(id)));
    assertEquals(0, sealAgain(id, again));
    confirm(
            "inv.b",
            desk.as("inv.a").post(DESK + "/recipients/" + again + "/removals").path("confirmation"))
        .then()
        .statusCode(200);
  }

  @Test
  void twoAtLeastAreLeftAndTheyAreRecipients() {
    UUID first = recipientOf("inv.a");
    Receipt receipt = receipt(32);
    Map<String, Object> filing = new HashMap<>(filing(receipt, PLAIN, without(first)));
    filing.put("leaveOut", List.of(first));
    post(Api.anything(), "", filing).then().statusCode(400);
    Map<String, Object> stranger = new HashMap<>(filing(receipt, PLAIN));
    stranger.put("leaveOut", List.of(UUID.randomUUID()));
    post(Api.contract(), "", stranger).then().statusCode(409);
    // Named among those left out, and sealed to all the same.
    Map<String, Object> both = new HashMap<>(filing(receipt, PLAIN));
    both.put("leaveOut", List.of(first));
    post(Api.contract(), "", both).then().statusCode(409);
    open(receipt).then().statusCode(404);
  }

  private void isNotThereFor(String account, String id, int total) {
    desk.as(account).get(DESK + "/reports/" + id).then().statusCode(404);
    desk.as(account)
        .get(DESK + "/reports")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)), "total", is(total));
    desk.as(account)
        .header("If-Match", "\"1\"")
        .body(Map.of("state", "closed"))
        .post(DESK + "/reports/" + id + "/states")
        .then()
        .statusCode(404);
    P256 key = KEYS.get(account);
    desk.as(account)
        .body(
            Map.of(
                "number",
                NUMBER,
                "words",
                words("我来回答", NUMBER, receipt(31).keyPair().publicKey(), key)))
        .post(DESK + "/reports/" + id + "/messages")
        .then()
        .statusCode(404);
    String file =
        tables.text(
            "select id::text from report_attachment where report_id = $1", UUID.fromString(id));
    desk.as(account).get(DESK + "/attachments/" + file).then().statusCode(404);
    desk.as("inv.a").get(DESK + "/attachments/" + file).then().statusCode(200);
  }

  private Response write(Receipt receipt, Map<String, Object> words) {
    return post(
        Api.contract(),
        "/messages",
        Map.of("mailbox", text(receipt.mailbox()), "number", NUMBER, "words", words));
  }

  /** So many keys the recipient has of the report after another tried to give one. */
  private long sealAgain(String report, UUID recipient) {
    desk.as("inv.a")
        .body(
            Map.of(
                "keys",
                List.of(
                    Map.of(
                        "reportId",
                        report,
                        "number",
                        1,
                        "recipient",
                        recipient,
                        "key",
                        text(Arrays.copyOf(new byte[] {4}, 113))))))
        .post(DESK + "/sealing")
        .then()
        .statusCode(204);
    return tables.count(
        "select count(*) from report_message_key where report_id = $1 and recipient_id = $2",
        UUID.fromString(report),
        recipient);
  }

  private Map<UUID, byte[]> without(UUID recipient) {
    Map<UUID, byte[]> others = new HashMap<>(recipients());
    others.remove(recipient);
    return others;
  }

  private UUID recipientOf(String account) {
    return UUID.fromString(
        tables.text(
            "select id::text from report_recipient where account = $1 and active", account));
  }
}
