package org.sunlit.report;

import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.demo.P256;
import org.sunlit.demo.Receipt;
import org.sunlit.demo.SealedWords;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Solver;
import org.sunlit.testing.Tables;

/** What reporters and investigators do, sealing as browsers do. */
abstract class ReportSteps {
  static final String PUBLIC = "/api/v1/sealed-reports";
  static final String DESK = "/api/v1/report-desk";
  static final String PLAIN = "局长在项目招标中收受好处费";
  static final List<String> INVESTIGATORS = List.of("inv.a", "inv.b", "inv.c");

  /** Key pairs, as they would lie in the investigators' browsers. */
  static final Map<String, P256> KEYS = new HashMap<>();

  @Inject Tables tables;

  final Desk desk = new Desk(SignedIn::token);

  /** Two investigators who can read reports; a third who can't yet. */
  @BeforeEach
  void openDoor() {
    if (!KEYS.isEmpty()) {
      return;
    }
    INVESTIGATORS.forEach(
        account ->
            SignedIn.as(
                new StaffAccount(
                    account,
                    "调查" + account,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Set.of(Role.INVESTIGATOR),
                    Set.of())));
    admit("inv.a", "inv.b");
    admit("inv.b", "inv.a");
  }

  void admit(String account, String second) {
    P256 pair = P256.random();
    String id =
        desk.as(account)
            .body(Map.of("publicKey", text(pair.publicKey())))
            .post(DESK + "/recipients")
            .then()
            .statusCode(202)
            .extract()
            .path("confirmation");
    confirm(account, id).then().statusCode(403);
    confirm(second, id).then().statusCode(200).body("details.fingerprint.length()", is(39));
    KEYS.put(account, pair);
  }

  Response confirm(String account, String id) {
    return desk.as(account).body(Map.of()).post("/api/v1/confirmations/" + id + "/confirm");
  }

  /** With a puzzle reckoned anew. */
  Map<String, Object> worked(Map<String, Object> body) {
    JsonPath work =
        Api.contract().get(PUBLIC + "/door").then().statusCode(200).extract().jsonPath();
    String challenge = work.getString("work.challenge");
    Map<String, Object> whole = new HashMap<>(body);
    whole.put(
        "work",
        Map.of(
            "challenge", challenge, "answer", Solver.solve(challenge, work.getInt("work.bits"))));
    return whole;
  }

  Map<UUID, byte[]> recipients() {
    List<Map<String, Object>> all = Api.contract().get(PUBLIC + "/door").path("recipients");
    return all.stream()
        .collect(
            Collectors.toMap(
                one -> UUID.fromString((String) one.get("id")),
                one -> Base64.getDecoder().decode((String) one.get("publicKey"))));
  }

  Map<String, Object> filing(Receipt receipt, String text) {
    return filing(receipt, text, recipients());
  }

  Map<String, Object> filing(Receipt receipt, String text, Map<UUID, byte[]> readers) {
    P256 pair = receipt.keyPair();
    return Map.of(
        "mailbox", text(receipt.mailbox()),
        "publicKey", text(pair.publicKey()),
        "words", words(text, 1, pair.publicKey(), pair, readers));
  }

  Map<String, Object> words(String text, int number, byte[] reporter, P256 sender) {
    return words(text, number, reporter, sender, recipients());
  }

  Map<String, Object> words(
      String text, int number, byte[] reporter, P256 sender, Map<UUID, byte[]> readers) {
    SealedMessage sealed =
        SealedWords.seal(new JsonObject().put("text", text), number, reporter, sender, readers);
    return Map.of(
        "body", text(sealed.body()),
        "reporterKey", text(sealed.reporterKey()),
        "keys",
            sealed.keys().entrySet().stream()
                .map(key -> Map.of("recipient", key.getKey(), "key", text(key.getValue())))
                .toList());
  }

  Response file(Receipt receipt, String text) {
    return post(Api.contract(), "", filing(receipt, text));
  }

  Response sendFile(byte[] sealed) {
    Map<String, Object> work = (Map<String, Object>) worked(Map.of()).get("work");
    return RestAssured.given()
        .multiPart("challenge", (String) work.get("challenge"))
        .multiPart("answer", (String) work.get("answer"))
        .multiPart("file", "sealed", sealed, "application/octet-stream")
        .post(PUBLIC + "/attachments");
  }

  Response open(Receipt receipt) {
    return post(Api.contract(), "/openings", Map.of("mailbox", text(receipt.mailbox())));
  }

  Response post(RequestSpecification as, String path, Map<String, Object> body) {
    return as.body(worked(body)).post(PUBLIC + path);
  }

  Response go(String account, String id, String state) {
    String tag = desk.as(account).get(DESK + "/reports/" + id).getHeader("ETag");
    return desk.as(account)
        .header("If-Match", tag)
        .body(Map.of("state", state))
        .post(DESK + "/reports/" + id + "/states");
  }

  /** The report that was filed with this receipt. */
  String idOf(Receipt receipt) {
    return tables.text(
        "select id::text from report where public_key = $1",
        Buffer.buffer(receipt.keyPair().publicKey()));
  }

  static Receipt receipt(int number) {
    return new Receipt(("TEST" + number + "0".repeat(26)).substring(0, 26));
  }

  static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** What the content key of a message is bound to. */
  static byte[] bound(byte[] reporter, int number, int side, byte[] digest) {
    return ByteBuffer.allocate(reporter.length + Integer.BYTES + 1 + digest.length)
        .put(reporter)
        .putInt(number)
        .put((byte) side)
        .put(digest)
        .array();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] decrypted(byte[] key, byte[] body, byte[] context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(128, body, 0, 12));
      cipher.updateAAD(context);
      return cipher.doFinal(body, 12, body.length - 12);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
