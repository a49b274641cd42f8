package org.sunlit.client;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Desk;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class ClientsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OWN = "/api/v1/developer/clients";

  @Inject TravellingClock clock;
  @Inject UsageBook book;
  @Inject Pool pool;

  private static final Desk DESK = new Desk(SignedIn::token);

  @BeforeEach
  void createAccounts() {
    SignedIn.as(account("bank.developer", Role.WINDOW_CLERK));
    SignedIn.as(account("other.developer", Role.WINDOW_CLERK));
    SignedIn.as(account("clients.admin", Role.ADMINISTRATOR));
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private static StaffAccount account(String name, Role role) {
    return new StaffAccount(name, "沈映川", null, null, null, null, null, Set.of(role), Set.of());
  }

  @Test
  void registersAnApplicationAndGrantsAtOnceWhatIsEverybodys() {
    String id = register("publicRead", "tracking").path("id");
    as("bank.developer")
        .get(OWN + "/" + id)
        .then()
        .statusCode(200)
        .body("wantedScopes", contains("publicRead", "tracking"))
        .body("scopes", contains("publicRead"))
        .body("contactName", is("李工"))
        .body("contact", is("dev@bank.example"))
        .body("keys", empty());
    String stored =
        pool.preparedQuery("select to_jsonb(c)::text as row from client c where id = $1")
            .execute(io.vertx.mutiny.sqlclient.Tuple.of(java.util.UUID.fromString(id)))
            .map(rows -> rows.iterator().next().getString("row"))
            .await()
            .atMost(PATIENCE);
    assertFalse(stored.contains("dev@bank.example") || stored.contains("李工"), stored);
    as("bank.developer").get(OWN).then().statusCode(200).body("id", hasItem(id));
  }

  @Test
  void showsAnApplicationToNobodyElse() {
    String id = register("publicRead").path("id");
    as("other.developer").get(OWN).then().statusCode(200).body("id", not(hasItem(id)));
    as("other.developer").get(OWN + "/" + id).then().statusCode(404);
    as("other.developer").get(OWN + "/" + id + "/usage").then().statusCode(404);
    as("other.developer").body(Map.of()).post(OWN + "/" + id + "/keys").then().statusCode(404);
    String key = issue(id).path("id");
    as("other.developer").delete(OWN + "/" + id + "/keys/" + key).then().statusCode(404);
    as("other.developer").get("/api/v1/clients").then().statusCode(403);
    as("clients.admin").get("/api/v1/clients").then().statusCode(200).body("id", hasItem(id));
  }

  @Test
  void tellsAKeyOnceAndKeepsOnlyItsHash() {
    String id = register("publicRead").path("id");
    Response issued = issue(id);
    String key = issued.path("key");
    assertTrue(key.startsWith("sunlit_") && key.length() == 50, key);
    String stored =
        pool.query("select to_jsonb(k)::text as row from client_key k")
            .execute()
            .map(rows -> rows.iterator().next().getString("row"))
            .await()
            .atMost(PATIENCE);
    assertFalse(stored.contains(key));
    as("bank.developer")
        .get(OWN + "/" + id)
        .then()
        .body("keys[0].hint", is(key.substring(0, 13)))
        .body("keys[0].state", is("good"));
    with(key).get("/api/v1/departments").then().statusCode(200);
  }

  @Test
  void letsTwoKeysBeGoodAtATimeAndRefusesARevokedOneAtOnce() {
    String id = register("publicRead").path("id");
    Response first = issue(id);
    Response second = issue(id);
    as("bank.developer").body(Map.of()).post(OWN + "/" + id + "/keys").then().statusCode(409);
    with(first.path("key")).get("/api/v1/departments").then().statusCode(200);
    as("bank.developer")
        .delete(OWN + "/" + id + "/keys/" + first.path("id"))
        .then()
        .statusCode(204);
    with(first.path("key"))
        .get("/api/v1/departments")
        .then()
        .statusCode(401)
        .contentType(startsWith("application/problem+json"));
    with(second.path("key")).get("/api/v1/departments").then().statusCode(200);
    as("bank.developer")
        .delete(OWN + "/" + id + "/keys/" + first.path("id"))
        .then()
        .statusCode(404);
    issue(id);
  }

  @Test
  void refusesAKeyThatAnotherNodeRevoked() throws InterruptedException {
    String id = register("publicRead").path("id");
    String key = issue(id).path("key");
    with(key).get("/api/v1/departments").then().statusCode(200);
    pool.preparedQuery("update client_key set revoked_at = now() where client_id = $1")
        .execute(Tuple.of(UUID.fromString(id)))
        .await()
        .atMost(PATIENCE);
    Instant until = Instant.now().plusSeconds(3);
    int status = 200;
    while (status == 200 && Instant.now().isBefore(until)) {
      status = with(key).get("/api/v1/departments").statusCode();
      Thread.sleep(20);
    }
    assertEquals(401, status);
  }

  @Test
  void refusesAKeyThatHasEndedOrNeverWas() {
    String id = register("publicRead").path("id");
    String key = issue(id).path("key");
    clock.travelTo(Instant.now().plus(Duration.ofDays(366)));
    with(key).get("/api/v1/departments").then().statusCode(401);
    clock.returnToNow();
    with("sunlit_nobodys").get("/api/v1/departments").then().statusCode(401);
    with("sunlit_").get("/api/v1/departments").then().statusCode(401);
    with(key + "x").get("/api/v1/departments").then().statusCode(401);
  }

  @Test
  void letsAKeyDoWhatItsScopesHoldAndNothingThatNeedsAPerson() {
    String id = register("publicRead", "tracking").path("id");
    String key = issue(id).path("key");
    Map<String, String> ticket =
        Map.of("caseNumber", "20260101-000001-0", "trackingCode", "AAAAA-AAAAA");
    with(key).body(ticket).post("/api/v1/tracking").then().statusCode(403);
    for (String secured :
        List.of("/api/v1/auth/me", "/api/v1/cases", OWN, "/api/v1/clients", "/api/v1/nowhere")) {
      with(key).get(secured).then().statusCode(403);
    }
    with(key).delete("/api/v1/auth/sessions").then().statusCode(403);
    decide(id, Map.of("scopes", List.of("publicRead", "tracking")), 1).then().statusCode(200);
    with(key).body(ticket).post("/api/v1/tracking").then().statusCode(404);
  }

  @Test
  void countsAgainstTheQuotaOfAMinuteAndOfADay() {
    String id = register("publicRead").path("id");
    String key = issue(id).path("key");
    decide(id, Map.of("perMinute", 5), 1).then().statusCode(200);
    for (int call = 0; call < 5; call++) {
      with(key).get("/api/v1/departments").then().statusCode(200);
    }
    with(key)
        .get("/api/v1/departments")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .header("RateLimit-Policy", is("\"minute\";q=5;w=60"));
    decide(id, Map.of("perDay", 7), 2).then().statusCode(200);
    book.flush().await().atMost(PATIENCE);
    with(key).get("/api/v1/departments").then().statusCode(200);
    with(key).get("/api/v1/regions").then().statusCode(200);
    with(key)
        .get("/api/v1/regions")
        .then()
        .statusCode(429)
        .header("RateLimit-Policy", is("\"day\";q=7;w=86400"));
    book.flush().await().atMost(PATIENCE);
    as("bank.developer")
        .get(OWN + "/" + id + "/usage")
        .then()
        .statusCode(200)
        .body("operation", contains("listDepartments", "listRegions"))
        .body("calls", contains(6, 1))
        .body("refused", contains(1, 1));
    as("clients.admin")
        .get("/api/v1/clients/" + id + "/usage")
        .then()
        .statusCode(200)
        .body("calls", contains(6, 1));
  }

  @Test
  void suspendsAnApplicationWithAllItsKeys() {
    String id = register("publicRead").path("id");
    String key = issue(id).path("key");
    decide(id, Map.of("suspended", true), 1).then().statusCode(200).body("version", is(2));
    with(key).get("/api/v1/departments").then().statusCode(401);
    decide(id, Map.of("suspended", false), 1).then().statusCode(412);
    decide(id, Map.of("suspended", false), 2).then().statusCode(200);
    with(key).get("/api/v1/departments").then().statusCode(200);
    as("bank.developer")
        .body(decision(Map.of()))
        .put("/api/v1/clients/" + id)
        .then()
        .statusCode(403);
    as("clients.admin")
        .body(decision(Map.of()))
        .put("/api/v1/clients/" + id)
        .then()
        .statusCode(428);
  }

  @Test
  void aRepeatIsTheSameApplicationAndTheSameKey() {
    String key = "repeat-" + UUID.randomUUID();
    String first = register(key, List.of("publicRead")).path("id");
    String second = register(key, List.of("publicRead")).path("id");
    assertEquals(first, second);
  }

  @Test
  void refusesDaysThatMakeNoSense() {
    String id = register("publicRead").path("id");
    as("bank.developer")
        .get(OWN + "/" + id + "/usage?from=2026-02-01&to=2026-01-01")
        .then()
        .statusCode(400);
  }

  private Response decide(String id, Map<String, Object> changed, int version) {
    return as("clients.admin")
        .header("If-Match", "\"" + version + "\"")
        .body(decision(changed))
        .put("/api/v1/clients/" + id);
  }

  private static Map<String, Object> decision(Map<String, Object> changed) {
    Map<String, Object> decision =
        new HashMap<>(
            Map.of(
                "scopes",
                List.of("publicRead"),
                "perMinute",
                600,
                "perDay",
                50_000,
                "suspended",
                false));
    decision.putAll(changed);
    return decision;
  }

  private Response register(String... scopes) {
    return register("register-" + UUID.randomUUID(), List.of(scopes));
  }

  private Response register(String idempotencyKey, List<String> scopes) {
    // As many as one likes: every test has some.
    pool.query("update client set owner = 'clients.admin' where owner = 'bank.developer'")
        .execute()
        .await()
        .atMost(PATIENCE);
    return as("bank.developer")
        .header("Idempotency-Key", idempotencyKey)
        .body(
            Map.of(
                "name", "晴川银行手机银行",
                "purpose", "在手机银行里查询办事指南",
                "contactName", "李工",
                "contact", "dev@bank.example",
                "scopes", scopes))
        .post(OWN)
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private Response issue(String id) {
    return as("bank.developer")
        .header("Idempotency-Key", "issue-" + UUID.randomUUID())
        .body(Map.of("validDays", 365))
        .post(OWN + "/" + id + "/keys")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static RequestSpecification with(String key) {
    return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + key);
  }

  private static RequestSpecification as(String account) {
    return DESK.as(account);
  }
}
