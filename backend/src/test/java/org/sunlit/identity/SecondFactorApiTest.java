package org.sunlit.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sunlit.identity.Browsers.PASSWORD;
import static org.sunlit.identity.Browsers.contract;
import static org.sunlit.identity.Browsers.me;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Browsers.Held;
import org.sunlit.identity.factor.Phone;
import org.sunlit.platform.TravellingClock;

@QuarkusTest
class SecondFactorApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String APP = "/api/v1/auth/factors/authenticator";
  private static final String SECOND = "urn:sunlit:problem:second-factor-required";

  @Inject Accounts accounts;
  @Inject TravellingClock clock;
  @Inject Pool pool;

  private String clerk;
  private String administrator;

  /** In the middle of a code's half minute, so that it doesn't change while it is typed. */
  @BeforeEach
  void stopTheClock() {
    long second = clock.instant().getEpochSecond();
    clock.travelTo(Instant.ofEpochSecond(second - second % 30 + 15));
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @BeforeEach
  void createAccounts() {
    clerk = "factor.clerk." + UUID.randomUUID();
    administrator = "factor.administrator." + UUID.randomUUID();
    accounts
        .create(
            List.of(account(clerk, Role.WINDOW_CLERK), account(administrator, Role.ADMINISTRATOR)),
            PASSWORD)
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void asksForACodeOnceAnAppIsSetUp() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    Phone phone = enrol(office);

    Response first = passwordStep(clerk);
    first
        .then()
        .statusCode(401)
        .body("type", is(SECOND))
        .body("signIn.challenge", notNullValue())
        .body("signIn.methods", is(List.of("code", "recoveryCode")))
        .body("accessToken", is((Object) null));
    assertFalse(first.getCookies().containsKey(Browsers.COOKIE));

    codeStep(challenge(first), phone.code(clock.instant(), 0))
        .then()
        .statusCode(200)
        .body("account.account", is(clerk));
  }

  @Test
  void takesEachCodeOnce() {
    Phone phone = enrol(Browsers.signIn(clerk, Browsers.OFFICE));
    String code = phone.code(clock.instant(), 0);
    codeStep(challenge(passwordStep(clerk)), code).then().statusCode(200);

    String challenge = challenge(passwordStep(clerk));
    codeStep(challenge, code)
        .then()
        .statusCode(401)
        .body("type", is("urn:sunlit:problem:wrong-code"));
    codeStep(challenge, phone.code(clock.instant(), 1)).then().statusCode(200);
  }

  @Test
  void takesAChallengeOnceAndNobodyElses() {
    Phone phone = enrol(Browsers.signIn(clerk, Browsers.OFFICE));
    String challenge = challenge(passwordStep(clerk));
    codeStep(challenge, phone.code(clock.instant(), 0)).then().statusCode(200);

    codeStep(challenge, phone.code(clock.instant(), 1))
        .then()
        .statusCode(401)
        .body("type", is("urn:sunlit:problem:sign-in-expired"));
    codeStep("nobody's", "123456")
        .then()
        .statusCode(401)
        .body("type", is("urn:sunlit:problem:sign-in-expired"));
  }

  @Test
  void takesEachRecoveryCodeOnceAndTellsTheOwner() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    Phone phone = new Phone();
    List<String> codes = enrol(office, phone);
    assertEquals(10, Set.copyOf(codes).size());

    codeStep(challenge(passwordStep(clerk)), codes.get(3).toLowerCase()).then().statusCode(200);
    codeStep(challenge(passwordStep(clerk)), codes.get(3))
        .then()
        .statusCode(401)
        .body("type", is("urn:sunlit:problem:wrong-code"));

    Browsers.as(office)
        .get("/api/v1/auth/factors")
        .then()
        .statusCode(200)
        .body("recoveryCodesLeft", is(9))
        .body("authenticatorSince", notNullValue())
        .body("required", is(false))
        .body(
            "records.event",
            is(List.of("recoveryCodeUsed", "recoveryCodesMade", "authenticatorAdded")));
  }

  @Test
  void makesNewRecoveryCodesInPlaceOfTheOld() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    List<String> old = enrol(office, new Phone());
    List<String> codes =
        Browsers.as(office)
            .contentType(ContentType.JSON)
            .body(Map.of("password", PASSWORD))
            .post("/api/v1/auth/factors/recovery-codes")
            .then()
            .statusCode(200)
            .body("recoveryCodes", hasSize(10))
            .body("recoveryCodes", everyItem(matchesPattern("[0-9A-Z]{5}-[0-9A-Z]{5}")))
            .extract()
            .path("recoveryCodes");

    codeStep(challenge(passwordStep(clerk)), old.get(0)).then().statusCode(401);
    codeStep(challenge(passwordStep(clerk)), codes.get(0)).then().statusCode(200);
  }

  @Test
  void wantsThePasswordBeforeAnAppIsSetUpOrRemoved() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    post(office, APP, Map.of("password", "a guess"))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/password")));
    enrol(office);
    post(office, APP, Map.of("password", PASSWORD)).then().statusCode(409);
    post(office, APP + "/removal", Map.of("password", "a guess")).then().statusCode(422);

    post(office, APP + "/removal", Map.of("password", PASSWORD)).then().statusCode(204);

    passwordStep(clerk).then().statusCode(200);
  }

  @Test
  void countsAnAppOnlyAfterItsFirstCode() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    post(office, APP, Map.of("password", PASSWORD)).then().statusCode(200);
    post(office, APP + "/confirmation", Map.of("code", "000000"))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/code")));

    passwordStep(clerk).then().statusCode(200);
  }

  @Test
  void keepsSecretsSealedAndCodesHashed() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    Phone phone = new Phone();
    List<String> codes = enrol(office, phone);

    String kept =
        pool.preparedQuery(
                """
                select encode(secret, 'escape') || (select string_agg(encode(code_hash, 'escape'), ' ')
                  from recovery_code r where r.account = a.account) as kept
                from authenticator_app a where account = $1
                """)
            .execute(Tuple.of(clerk))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getString("kept");

    codes.forEach(code -> assertFalse(kept.contains(code.replace("-", ""))));
    assertFalse(kept.contains(phone.key()));
  }

  @Test
  void letsAnAdministratorTakeAColleaguesFactorsAwayAndTellsTheColleague() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    enrol(office);
    Held desk = Browsers.signIn(administrator, Browsers.OFFICE);
    String reset = "/api/v1/staff-accounts/" + clerk + "/factor-resets";

    post(office, reset, Map.of("reason", "mine")).then().statusCode(403);
    post(desk, reset, Map.of("reason", "手机丢失，已当面核对身份")).then().statusCode(204);

    me(office).then().statusCode(401);
    Held again = Browsers.signIn(clerk, Browsers.OFFICE);
    Browsers.as(again)
        .get("/api/v1/auth/factors")
        .then()
        .body("records[0].event", is("factorsReset"))
        .body("records[0].byOther", is(true))
        .body("records[0].actor", is(administrator))
        .body("records[0].reason", containsString("手机丢失"));
    post(desk, "/api/v1/staff-accounts/nobody/factor-resets", Map.of("reason", "none"))
        .then()
        .statusCode(404);
    post(desk, "/api/v1/staff-accounts/" + administrator + "/factor-resets", Map.of("reason", "x"))
        .then()
        .statusCode(409);
  }

  @Test
  void endsTheSessionThatTheBrowserStillHad() {
    Held before = Browsers.signIn(clerk, Browsers.OFFICE);

    contract()
        .cookie(Browsers.COOKIE, before.cookie())
        .contentType(ContentType.JSON)
        .body(Map.of("account", clerk, "password", PASSWORD))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200);

    me(before).then().statusCode(401);
    Browsers.refresh(before.cookie()).then().statusCode(401);
  }

  @Test
  void changesThePasswordAndEndsTheOtherSessions() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    Held phone = Browsers.signIn(clerk, Browsers.PHONE);
    String next = "新的一天 and longer still";

    post(office, "/api/v1/auth/password", Map.of("password", "a guess", "newPassword", next))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/password")));
    post(office, "/api/v1/auth/password", Map.of("password", PASSWORD, "newPassword", "short"))
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/newPassword")));
    post(office, "/api/v1/auth/password", Map.of("password", PASSWORD, "newPassword", next))
        .then()
        .statusCode(204);

    me(office).then().statusCode(200);
    me(phone).then().statusCode(401);
    passwordStep(clerk).then().statusCode(401);
    passwordStep(clerk, next).then().statusCode(200);
  }

  @Test
  void makesSomebodyChooseAPasswordWhoseOwnWasForGettingInOnce() {
    pool.preparedQuery("update account set must_change_password = true where account = $1")
        .execute(Tuple.of(clerk))
        .await()
        .atMost(PATIENCE);
    Response first = passwordStep(clerk);
    first.then().statusCode(401).body("type", is("urn:sunlit:problem:password-change-required"));

    newPasswordStep(challenge(first), PASSWORD)
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of("/newPassword")));
    newPasswordStep(challenge(first), "晴川 of my very own").then().statusCode(200);
    passwordStep(clerk, "晴川 of my very own").then().statusCode(200);
  }

  @Test
  void letsSomebodyInWhoForgotThePasswordWithACodeThatIsGoodOnce() {
    Held office = Browsers.signIn(clerk, Browsers.OFFICE);
    Held desk = Browsers.signIn(administrator, Browsers.OFFICE);
    String codes = "/api/v1/staff-accounts/" + clerk + "/password-codes";
    String code =
        post(desk, codes, Map.of("reason", "本人到场")).then().statusCode(200).extract().path("code");
    String next = "晴川 of my very own";

    reset(clerk, "00000-00000", next).then().statusCode(422);
    reset(clerk, code, "short").then().statusCode(422);
    reset(clerk, code.toLowerCase(), next).then().statusCode(204);
    reset(clerk, code, next).then().statusCode(422);

    me(office).then().statusCode(401);
    Held again = Browsers.signIn(clerk, next, Browsers.OFFICE);
    Browsers.as(again)
        .get("/api/v1/auth/factors")
        .then()
        .body("records.event", hasItems("passwordCodeMade", "passwordChanged"))
        .body("records.event", not(hasItem("factorsReset")));
  }

  private Phone enrol(Held held) {
    Phone phone = new Phone();
    enrol(held, phone);
    return phone;
  }

  /** Confirms with the code before, so that the one of now is still unused. */
  private List<String> enrol(Held held, Phone phone) {
    phone.learn(
        post(held, APP, Map.of("password", PASSWORD)).then().statusCode(200).extract().path("key"));
    return post(held, APP + "/confirmation", Map.of("code", phone.code(clock.instant(), -1)))
        .then()
        .statusCode(200)
        .extract()
        .path("recoveryCodes");
  }

  private static StaffAccount account(String name, Role role) {
    return new StaffAccount(
        name, "沈映川", "Shen Yingchuan", null, "mar", "990100000000", null, Set.of(role), Set.of());
  }

  private static Response passwordStep(String account) {
    return passwordStep(account, PASSWORD);
  }

  private static Response passwordStep(String account, String password) {
    return post("/api/v1/auth/login", Map.of("account", account, "password", password));
  }

  private static Response codeStep(String challenge, String code) {
    return post("/api/v1/auth/login/code", Map.of("challenge", challenge, "code", code));
  }

  private static Response newPasswordStep(String challenge, String password) {
    return post(
        "/api/v1/auth/login/password", Map.of("challenge", challenge, "newPassword", password));
  }

  private static Response reset(String account, String code, String password) {
    return post(
        "/api/v1/auth/password-reset",
        Map.of("account", account, "code", code, "newPassword", password));
  }

  private static String challenge(Response answer) {
    return answer.path("signIn.challenge");
  }

  private static Response post(String path, Map<String, String> body) {
    return contract().contentType(ContentType.JSON).body(body).post(path);
  }

  private static Response post(Held held, String path, Map<String, String> body) {
    return Browsers.as(held).contentType(ContentType.JSON).body(body).post(path);
  }
}
