package org.sunlit.citizen;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.testing.Api.contract;
import static org.sunlit.testing.Newcomer.PASSWORD;
import static org.sunlit.testing.Newcomer.code;
import static org.sunlit.testing.Newcomer.confirm;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.notice.Telephone;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Newcomer;

/** Accounts for people and organisations, by a telephone they prove. */
@QuarkusTest
class RegistrationApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TravellingClock clock;
  @Inject Pool pool;

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void opensAnAccountForWhoeverProvesTheTelephone() {
    Newcomer newcomer = Newcomer.person();
    newcomer.signIn(PASSWORD).then().statusCode(401);

    newcomer.arrive();

    newcomer
        .asks()
        .get("/api/v1/auth/me")
        .then()
        .statusCode(200)
        .body("roles", is(List.of("citizen")))
        .body("account", startsWith("c-"));
    newcomer
        .asks()
        .get("/api/v1/me/profile")
        .then()
        .statusCode(200)
        .body("name", is("王小明"))
        .body("phone", is(newcomer.phone()))
        .body("identityNumberMasked", is("11**************2X"));
  }

  @Test
  void opensOneForAnOrganisationUnderANameOfItsChoice() {
    Newcomer firm =
        Newcomer.organisation()
            .with("account", "Xiaoman-" + UUID.randomUUID().toString().substring(0, 8));

    firm.arrive().asks().get("/api/v1/auth/me").then().body("roles", is(List.of("enterprise")));
    firm.asks().get("/api/v1/me/profile").then().body("contactName", is("刘芳"));
  }

  @Test
  void answersTheSameWhetherOrNotTheTelephoneHasAnAccount() {
    Newcomer known = Newcomer.person().arrive();
    long before = rows();

    Response again = known.register();
    Response fresh = Newcomer.person().register();

    again.then().statusCode(202);
    fresh.then().statusCode(202);
    assertEquals(
        fresh.<Map<String, String>>path("$").keySet(),
        again.<Map<String, String>>path("$").keySet());
    assertEquals(before + 4, rows(), "each leaves a code and a message, so the work is the same");
    String id = again.path("id");
    assertFalse(
        Telephone.message(id).matches(".*[0-9]{6}.*"), "only the telephone learns of the account");
    for (String code : List.of("000000", "123456")) {
      confirm(id, code).then().statusCode(422).body("errors.pointer", hasItem("/code"));
    }
  }

  @Test
  void aCodeIsGoodForItsOwnRegistrationAndOnce() {
    Newcomer victim = Newcomer.person();
    String own = Newcomer.person().register().path("id");
    String victims = victim.register().path("id");

    String code = code(own);

    confirm(victims, code).then().statusCode(code.equals(code(victims)) ? 204 : 422);
    confirm(own, code).then().statusCode(204);
    confirm(own, code).then().statusCode(422);
    confirm(UUID.randomUUID().toString(), code).then().statusCode(422);
  }

  @Test
  void aCodeRunsOutAfterTenMinutes() {
    String id = Newcomer.person().register().path("id");

    clock.travelTo(Instant.now().plus(PhoneCodes.LIFE).plusSeconds(1));

    confirm(id, code(id)).then().statusCode(422);
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsWrongToo() {
    String id = Newcomer.person().register().path("id");
    String wrong = code(id).equals("111111") ? "222222" : "111111";
    for (int tries = 0; tries < PhoneCodes.MOST_TRIES; tries++) {
      confirm(id, wrong).then().statusCode(422);
    }

    confirm(id, code(id)).then().statusCode(422);
  }

  @Test
  void aTelephoneIsNotWrittenToWithoutEnd() {
    Newcomer newcomer = Newcomer.person();
    for (int asked = 0; asked < PhoneCodes.MOST_ASKED; asked++) {
      newcomer.register().then().statusCode(202);
    }

    newcomer.register().then().statusCode(429).header("Retry-After", "3600");
  }

  @ParameterizedTest
  @CsvSource({
    "person, identityNumber, 110105194912310021, /identityNumber",
    "organisation, identityNumber, 91350100M000100Y44, /identityNumber",
    "organisation, identityNumber, , /identityNumber",
    "person, name, '  ', /name",
    "person, password, short, /password",
  })
  void refusesWhatCannotBe(String kind, String field, String value, String pointer) {
    Newcomer newcomer = kind.equals("person") ? Newcomer.person() : Newcomer.organisation();
    (value == null ? newcomer.without(field) : newcomer.with(field, value))
        .register()
        .then()
        .statusCode(422)
        .body("errors.pointer", is(List.of(pointer)));
  }

  @Test
  void aNameThatSomebodyHasIsToldOnlyToWhoeverProvedATelephone() {
    String name = "name." + UUID.randomUUID().toString().substring(0, 8);
    Newcomer.person().with("account", name).arrive();

    String id =
        Newcomer.person()
            .with("account", name.toUpperCase())
            .register()
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    confirm(id, code(id)).then().statusCode(409);
  }

  @Test
  void choosesANewPasswordWithACodeAndEndsEverySession() {
    Newcomer newcomer = Newcomer.person().arrive();
    Response asked = askReset(newcomer.account());
    asked.then().statusCode(202);
    String id = asked.path("id");
    String other = "另一个 good password";

    String code = code(id);
    reset(id, "12345", other).then().statusCode(422);
    reset(id, code, "short").then().statusCode(422);
    reset(id, code, other).then().statusCode(204);

    newcomer.asks().get("/api/v1/auth/me").then().statusCode(401);
    newcomer.signIn(PASSWORD).then().statusCode(401);
    newcomer.signIn(other).then().statusCode(200);
    reset(id, code, PASSWORD).then().statusCode(422);
  }

  @Test
  void aPasswordResetTellsNobodyWhetherThereIsAnAccount() {
    Response known = askReset(Newcomer.person().arrive().account());
    Response unknown = askReset(Newcomer.newPhone());
    Response staffs = askReset("supervisor");

    for (Response answer : List.of(known, unknown, staffs)) {
      answer.then().statusCode(202);
      assertEquals(Set.of("id", "expiresAt"), answer.<Map<String, String>>path("$").keySet());
    }
    reset(unknown.path("id"), "000000", PASSWORD).then().statusCode(422);
  }

  @Test
  void keepsNothingOfSomebodyWhereItCanBeRead() {
    Newcomer newcomer = Newcomer.person().with("name", "端木照夜").arrive();

    for (String table : List.of("account", "citizen", "phone_code", "notice")) {
      String all =
          pool.query("select coalesce(string_agg(row::text, ' '), '') from " + table + " row")
              .execute()
              .map(rows -> rows.iterator().next().getString(0))
              .await()
              .atMost(PATIENCE);
      for (String secret : List.of("端木照夜", newcomer.phone(), "11010519491231002X", "朝阳路")) {
        assertFalse(all.contains(secret), table + " holds " + secret);
      }
    }
  }

  @Test
  void changesAddressAndTelephoneAndClosesTheAccount() {
    Newcomer newcomer = Newcomer.person().arrive();
    newcomer
        .asks()
        .body(Map.of("address", "新家路2号"))
        .patch("/api/v1/me/profile")
        .then()
        .statusCode(200)
        .body("address", is("新家路2号"))
        .body("name", is("王小明"));

    String phone = Newcomer.newPhone();
    String id =
        newcomer
            .asks()
            .body(Map.of("phone", phone))
            .post("/api/v1/me/phone-changes")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Newcomer thief = Newcomer.person().arrive();
    thief
        .asks()
        .body(Map.of("code", code(id)))
        .post("/api/v1/me/phone-changes/" + id + "/confirmation")
        .then()
        .statusCode(422);
    newcomer
        .asks()
        .body(Map.of("code", code(id)))
        .post("/api/v1/me/phone-changes/" + id + "/confirmation")
        .then()
        .statusCode(200)
        .body("phone", is(phone))
        .body("account", is(phone));
    newcomer.signIn(PASSWORD).then().statusCode(401);
    newcomer.with("phone", phone).signIn(PASSWORD).then().statusCode(200);

    newcomer
        .asks()
        .body(Map.of("password", "not mine at all"))
        .post("/api/v1/me/closing")
        .then()
        .statusCode(422);
    newcomer
        .asks()
        .body(Map.of("password", PASSWORD))
        .post("/api/v1/me/closing")
        .then()
        .statusCode(204);
    newcomer.asks().get("/api/v1/me/profile").then().statusCode(401);
    newcomer.signIn(PASSWORD).then().statusCode(401);
    assertTrue(newcomer.register().statusCode() == 202, "the number is free again");
  }

  @Test
  void nobodyReachesTheStaffsPagesWithAnAccountOfTheirOwn() {
    Newcomer newcomer = Newcomer.person().arrive();
    for (String path : List.of("/api/v1/cases", "/api/v1/power-list/imports")) {
      newcomer.asks().get(path).then().statusCode(403);
    }
    newcomer.asks().get("/api/v1/auth/sessions").then().statusCode(200).body("$", hasSize(1));
  }

  /** Codes and the messages about them; others are told other things meanwhile. */
  private long rows() {
    return StreamSupport.stream(
            pool.query(
                    "select (select count(*) from phone_code)"
                        + " + (select count(*) from notice where event = 'asked')")
                .execute()
                .await()
                .atMost(PATIENCE)
                .spliterator(),
            false)
        .findFirst()
        .orElseThrow()
        .getLong(0);
  }

  private static Response askReset(String account) {
    return contract().body(Map.of("account", account)).post("/api/v1/auth/forgotten-passwords");
  }

  private static Response reset(String id, String code, String password) {
    return contract()
        .body(Map.of("code", code, "password", password))
        .post("/api/v1/auth/forgotten-passwords/" + id + "/confirmation");
  }
}
