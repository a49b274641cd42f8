package org.sunlit.board;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** Screens that are carriers: whether they are alive, and what they may play. */
@QuarkusTest
class ScreensApiTest extends CarrierSteps {
  private static final String SUPERVISOR = SignedIn.nameOf(Role.SUPERVISOR);

  @Inject CarrierWatch watch;
  @Inject Tables tables;
  @Inject Pool pool;

  @Test
  void hearsADeviceThatHasTheKeyAndReportsItsSilenceOnce() {
    keep("CRA-ALIVE", form("screen", "活屏"), "0", false).statusCode(200);
    String key = pair("CRA-ALIVE");

    beat("CRA-ALIVE", "guessed", 0).statusCode(404);
    beat("CRA-NONE", key, 0).statusCode(404);
    beat("CRA-ALIVE", key, 3).statusCode(200).body("nextInSeconds", notNullValue());
    state("CRA-ALIVE", "online").body("carrier.beat.dataAgeSeconds", is(3));

    silent("CRA-ALIVE", Duration.ofMinutes(20));
    look();
    look();
    state("CRA-ALIVE", "offline")
        .body("outages", hasSize(1))
        .body("outages[0].kind", is("offline"))
        .body("outages[0].recoveredAt", nullValue());
    assertEquals(1, told("CRA-ALIVE"));
    as(RESPONSIBLE)
        .get("/api/v1/carriers?attention=true&mine=true&q=CRA-ALIVE")
        .then()
        .statusCode(200)
        .body("items.code", equalTo(List.of("CRA-ALIVE")));

    beat("CRA-ALIVE", key, 0).statusCode(200);
    state("CRA-ALIVE", "online").body("outages[0].recoveredAt", notNullValue());

    beat("CRA-ALIVE", key, 700).statusCode(200);
    look();
    state("CRA-ALIVE", "stale").body("outages[0].kind", is("stale")).body("outages", hasSize(2));
    assertEquals(2, told("CRA-ALIVE"));

    String second = pair("CRA-ALIVE");
    beat("CRA-ALIVE", key, 0).statusCode(404);
    beat("CRA-ALIVE", second, 700).statusCode(200);
    look();

    // Once it is a wall there is no device to be missed, and none that could come back.
    keep("CRA-ALIVE", form("wall", "活屏"), "1", false).statusCode(200);
    state("CRA-ALIVE", "kept")
        .body("carrier.paired", is(false))
        .body("outages[0].recoveredAt", notNullValue());
    beat("CRA-ALIVE", second, 0).statusCode(404);
    silent("CRA-ALIVE", Duration.ofMinutes(20));
    look();
    state("CRA-ALIVE", "kept").body("outages", hasSize(2));
  }

  @Test
  void playsANoticeOnlyOnceAnotherPersonHasReleasedIt() {
    var slots =
        List.of(
            Map.of(
                "days",
                "all",
                "from",
                "00:00",
                "until",
                "24:00",
                "entries",
                List.of(
                    Map.of("kind", "notices", "seconds", 10),
                    Map.of("kind", "numbers", "seconds", 10))));
    as(ADMINISTRATOR)
        .header(
            "If-Match", as(ADMINISTRATOR).get("/api/v1/board/playlists/cra-hall").header("ETag"))
        .body(Map.of("slots", slots))
        .put("/api/v1/board/playlists/cra-hall")
        .then()
        .statusCode(200);
    String notice =
        as(ADMINISTRATOR)
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "title", "停水公告",
                    "text", "东街周六停水。",
                    "screenCode", "cra-hall",
                    "from", CityTime.offset(clock.instant().minusSeconds(60)).toString(),
                    "until", CityTime.offset(clock.instant().plusSeconds(3600)).toString()))
            .post("/api/v1/board/notices")
            .then()
            .statusCode(201)
            .body("state", is("waiting"))
            .extract()
            .path("id");

    SignedIn.as(Role.SUPERVISOR);
    decide(ADMINISTRATOR, notice, "released").statusCode(409);
    decide(RESPONSIBLE, notice, "released").statusCode(403);
    decide(SUPERVISOR, notice, "released").statusCode(200);
    decide(SUPERVISOR, notice, "declined").statusCode(409);

    Api.contract()
        .get("/api/v1/board/programme?board=cra-hall")
        .then()
        .statusCode(200)
        .body("slots[0].entries.kind", equalTo(List.of("notices", "numbers")))
        .body("panels.title", hasItem("停水公告"))
        .body("panels.kind", hasItem("numbers"));
    Api.contract()
        .get("/api/v1/board/programme")
        .then()
        .statusCode(200)
        .body("panels.title", not(hasItem("停水公告")));
    Api.contract().get("/api/v1/board/programme?board=nowhere").then().statusCode(404);

    noticeUntil("9999-12-31T23:59:59Z")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/until"));
    noticeUntil("+300000-01-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/until"));

    var overlapping = List.of(slots.get(0), slots.get(0));
    as(ADMINISTRATOR)
        .header("If-Match", "1")
        .body(Map.of("slots", overlapping))
        .put("/api/v1/board/playlists/cra-hall?dryRun=true")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/slots/1/from"));
  }

  private Response noticeUntil(String until) {
    return Api.anything()
        .auth()
        .oauth2(desk.token(ADMINISTRATOR))
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "title",
                "停水公告",
                "text",
                "东街周六停水。",
                "from",
                CityTime.offset(clock.instant()).toString(),
                "until",
                until))
        .post("/api/v1/board/notices");
  }

  private String pair(String code) {
    return as(ADMINISTRATOR)
        .post("/api/v1/carriers/" + code + "/device-key")
        .then()
        .statusCode(201)
        .body("address", containsString("#carrier=" + code))
        .extract()
        .path("key");
  }

  private static ValidatableResponse beat(String code, String key, int age) {
    return Api.contract()
        .body(
            Map.of(
                "carrier",
                code,
                "key",
                key,
                "version",
                "1",
                "shows",
                "cases",
                "dataAgeSeconds",
                age))
        .post("/api/v1/board/heartbeats")
        .then();
  }

  private ValidatableResponse decide(String account, String notice, String state) {
    return as(account)
        .body(Map.of("state", state))
        .put("/api/v1/board/notices/" + notice + "/decision")
        .then();
  }

  private void silent(String code, Duration ago) {
    pool.preparedQuery("update carrier set seen_at = $2 where code = $1")
        .execute(Tuple.of(code, CityTime.offset(clock.instant().minus(ago))))
        .await()
        .atMost(PATIENCE);
  }

  private void look() {
    watch.look().await().atMost(PATIENCE);
  }

  private long told(String code) {
    return tables.count(
        "select count(*) from notice where subject_id = $1 and account = $2",
        "carrier/" + code,
        RESPONSIBLE);
  }
}
