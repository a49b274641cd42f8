package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.identity.Browsers.COOKIE;
import static org.sunlit.identity.Browsers.OFFICE;
import static org.sunlit.identity.Browsers.PASSWORD;
import static org.sunlit.identity.Browsers.PHONE;
import static org.sunlit.identity.Browsers.SESSIONS;
import static org.sunlit.identity.Browsers.as;
import static org.sunlit.identity.Browsers.contract;
import static org.sunlit.identity.Browsers.me;
import static org.sunlit.identity.Browsers.refresh;
import static org.sunlit.identity.Browsers.signIn;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Browsers.Held;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;

@QuarkusTest
class SessionsApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Accounts accounts;
  @Inject TravellingClock clock;
  @Inject SessionLimits limits;
  @Inject Sessions sessions;
  @Inject Pool pool;

  private String clerk;
  private String colleague;

  @BeforeEach
  void createAccounts() {
    clerk = "sessions.clerk." + UUID.randomUUID();
    colleague = "sessions.colleague." + UUID.randomUUID();
    List<StaffAccount> staff =
        Stream.of(clerk, colleague)
            .map(
                account ->
                    new StaffAccount(
                        account,
                        "沈映川",
                        "Shen Yingchuan",
                        "窗口首席代表",
                        "mar",
                        "990100000000",
                        null,
                        Set.of(Role.WINDOW_CLERK),
                        Set.of("window")))
            .toList();
    accounts.create(staff, PASSWORD).await().atMost(PATIENCE);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void listsOnesOwnSessionsAndMarksThisOne() {
    Held office = signIn(clerk, OFFICE);
    Held phone = signIn(clerk, PHONE);
    signIn(colleague, PHONE);

    as(office)
        .get(SESSIONS)
        .then()
        .statusCode(200)
        .body("id", containsInAnyOrder(office.id(), phone.id()))
        .body("find { it.current }.id", is(office.id()))
        .body("find { it.current }.device", is(Map.of("browser", "Firefox", "system", "Linux")))
        .body("find { !it.current }.device", is(Map.of("browser", "Safari", "system", "iPhone")));
  }

  @Test
  void keepsNoAddressAndNoMoreOfTheBrowserThanItsName() {
    Held office = signIn(clerk, OFFICE + " (employee 4711)");

    JsonObject kept =
        pool.preparedQuery("select to_jsonb(s) as kept from session s where id = $1")
            .execute(Tuple.of(UUID.fromString(office.id())))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getJsonObject("kept");

    assertEquals("Firefox", kept.getString("browser"));
    assertEquals("Linux", kept.getString("system"));
    Set<String> others =
        Set.of("id", "account", "begun_at", "last_used_at", "expires_at", "ended_at");
    assertEquals(
        Set.of("browser", "system"),
        kept.fieldNames().stream()
            .filter(name -> !others.contains(name))
            .collect(Collectors.toSet()));
  }

  @Test
  void endsOneSessionWithItsRefreshAndItsAccessTokenAtOnce() {
    Held office = signIn(clerk, OFFICE);
    Held phone = signIn(clerk, PHONE);
    me(phone).then().statusCode(200); // verified and remembered

    as(office).delete(SESSIONS + "/" + phone.id()).then().statusCode(204);

    me(phone)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", is("urn:sunlit:problem:unauthenticated"));
    refresh(phone.cookie()).then().statusCode(401);
    me(office).then().statusCode(200);
    as(office).get(SESSIONS).then().body("id", is(List.of(office.id())));
    as(office).delete(SESSIONS + "/" + phone.id()).then().statusCode(404);
  }

  @Test
  void clearsTheCookieWithTheSessionThatAsks() {
    Held office = signIn(clerk, OFFICE);

    as(office)
        .delete(SESSIONS + "/" + office.id())
        .then()
        .statusCode(204)
        .header("Set-Cookie", containsString("Max-Age=0"));

    me(office).then().statusCode(401);
  }

  @Test
  void signsOutEverywhereAndNobodyElse() {
    Held office = signIn(clerk, OFFICE);
    Held phone = signIn(clerk, PHONE);
    Held other = signIn(colleague, OFFICE);

    as(office)
        .delete(SESSIONS)
        .then()
        .statusCode(204)
        .header("Set-Cookie", containsString("Max-Age=0"));

    for (Held ended : List.of(office, phone)) {
      me(ended).then().statusCode(401);
      refresh(ended.cookie()).then().statusCode(401);
    }
    me(other).then().statusCode(200);
    refresh(other.cookie()).then().statusCode(200);
    me(signIn(clerk, OFFICE)).then().statusCode(200);
  }

  @Test
  void endsTheAccessTokenAtOnceWhenSigningOut() {
    Held office = signIn(clerk, OFFICE);

    given().cookie(COOKIE, office.cookie()).post("/api/v1/auth/logout").then().statusCode(204);

    me(office).then().statusCode(401);
  }

  @Test
  void endsTheSessionWhenARefreshTokenIsUsedTwice() {
    Held office = signIn(clerk, OFFICE);
    Response refreshed = refresh(office.cookie());
    String renewed = refreshed.then().statusCode(200).extract().path("accessToken");

    refresh(office.cookie()).then().statusCode(401);

    refresh(refreshed.getCookie(COOKIE)).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + renewed)
        .get("/api/v1/auth/me")
        .then()
        .statusCode(401);
    me(office).then().statusCode(401);
  }

  @Test
  void givesOneOfTwoThatUseTheSameTokenAtTheSameTimeANewOneAtMostAndEndsTheSession() {
    Held office = signIn(clerk, OFFICE);

    List<Integer> answers =
        Stream.of(1, 2)
            .map(each -> CompletableFuture.supplyAsync(() -> refresh(office.cookie()).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();

    assertEquals(List.of(200, 401), answers);
    me(office).then().statusCode(401);
  }

  @Test
  void refusesAndEndsASessionThatWasLeftAlone() {
    Held office = signIn(clerk, OFFICE);
    clock.travelTo(clock.instant().plus(limits.idle()));

    refresh(office.cookie()).then().statusCode(401);

    clock.returnToNow();
    refresh(office.cookie()).then().statusCode(401);
  }

  @Test
  void keepsASessionThatIsUsedUntilItsLifeIsOver() {
    Held office = signIn(clerk, OFFICE);
    var begun = clock.instant();
    Duration pause = limits.idle().minusMinutes(1);
    String cookie = office.cookie();
    for (Duration later = pause; later.compareTo(limits.life()) < 0; later = later.plus(pause)) {
      clock.travelTo(begun.plus(later));
      Response refreshed = refresh(cookie);
      refreshed.then().statusCode(200);
      cookie = refreshed.getCookie(COOKIE);
    }

    clock.travelTo(begun.plus(limits.life()));

    refresh(cookie).then().statusCode(401);
  }

  @Test
  void showsNoSessionThatNobodyCanGoOnWith() {
    Held office = signIn(clerk, OFFICE);
    signIn(clerk, PHONE);
    var soon = clock.instant().plus(limits.idle()).minusSeconds(60);
    pool.preparedQuery("update session set last_used_at = $2 where id = $1")
        .execute(Tuple.of(UUID.fromString(office.id()), CityTime.offset(soon)))
        .await()
        .atMost(PATIENCE);
    clock.travelTo(soon.plusSeconds(120));

    assertEquals(
        List.of(office.id()),
        sessions.of(clerk).await().atMost(PATIENCE).stream()
            .map(session -> session.id().toString())
            .toList());
  }

  @Test
  void answersSomebodyElsesSessionAsOneThatDoesNotExist() {
    Held office = signIn(clerk, OFFICE);
    Held other = signIn(colleague, OFFICE);

    String theirs =
        as(office)
            .header("Accept-Language", "en")
            .delete(SESSIONS + "/" + other.id())
            .then()
            .statusCode(404)
            .extract()
            .path("title");
    String nobodys =
        as(office)
            .header("Accept-Language", "en")
            .delete(SESSIONS + "/" + UUID.randomUUID())
            .then()
            .statusCode(404)
            .extract()
            .path("title");

    assertEquals(nobodys, theirs);
    me(other).then().statusCode(200);
  }

  @Test
  void answersNobodyWhoIsNotSignedIn() {
    for (Response answer :
        List.of(
            contract().get(SESSIONS),
            contract().delete(SESSIONS),
            contract().delete(SESSIONS + "/" + UUID.randomUUID()))) {
      answer.then().statusCode(401).contentType("application/problem+json");
    }
    contract()
        .header("Accept-Language", "en")
        .get(SESSIONS)
        .then()
        .body("title", is("Not signed in, or no longer"));
  }

  @Test
  void refusesATokenOfNoSession() {
    String token =
        Jwt.issuer("sunlit")
            .audience("sunlit-api")
            .subject(clerk)
            .upn(clerk)
            .groups("windowClerk")
            .expiresIn(60)
            .jws()
            .header("typ", "at+jwt")
            .sign();

    given()
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/auth/me")
        .then()
        .statusCode(401);
  }

  @Test
  void hearsOfASessionThatAnotherNodeEnded() throws InterruptedException {
    Held heard = signIn(clerk, OFFICE);
    me(heard).then().statusCode(200);

    pool.preparedQuery("select pg_notify('session_ended', $1)")
        .execute(Tuple.of(heard.id()))
        .await()
        .atMost(PATIENCE);

    assertRefusedSoon(heard);
  }

  @Test
  void findsASessionThatAnotherNodeEndedAndCouldNotTell() throws InterruptedException {
    Held found = signIn(clerk, OFFICE);
    me(found).then().statusCode(200);

    pool.preparedQuery("update session set ended_at = $2 where id = $1")
        .execute(Tuple.of(UUID.fromString(found.id()), CityTime.offset(clock.instant())))
        .await()
        .atMost(PATIENCE);

    assertRefusedSoon(found);
  }

  @Test
  void forgetsSessionsThatAreOverAndKeepsTheOthers() {
    Held office = signIn(clerk, OFFICE);
    Held phone = signIn(clerk, PHONE);
    as(office).delete(SESSIONS + "/" + phone.id()).then().statusCode(204);

    sessions.remove().await().atMost(PATIENCE);
    assertEquals(2, stored());

    clock.travelTo(clock.instant().plus(EndedSessions.REMEMBERED).plusSeconds(1));
    sessions.remove().await().atMost(PATIENCE);
    assertEquals(1, stored());
  }

  private long stored() {
    return pool.preparedQuery("select count(*) as sessions from session where account = $1")
        .execute(Tuple.of(clerk))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong("sessions");
  }

  private static void assertRefusedSoon(Held held) throws InterruptedException {
    for (int attempt = 0; attempt < 50 && me(held).statusCode() != 401; attempt++) {
      Thread.sleep(100);
    }
    me(held).then().statusCode(401);
  }
}
