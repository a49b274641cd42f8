package org.sunlit.board;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class CarriersApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CITY = "990300000000";
  private static final String DEPARTMENT = "cra";
  private static final String RESPONSIBLE = "cra.window";

  @Inject Founding founding;
  @Inject Screens screens;
  @Inject CarrierWatch watch;
  @Inject Pool pool;
  @Inject Clock clock;

  private String administrator;
  private String responsible;

  @BeforeEach
  void found() {
    founding.publish(
        List.of(Founding.city(CITY, "载体市")),
        List.of(Founding.department(DEPARTMENT, "载体局", CITY)),
        List.of());
    Founding.employ(DEPARTMENT);
    screens
        .register(List.of(new Screen("cra-hall", "载体大厅", "Carrier hall", "hall", CITY, null)))
        .await()
        .atMost(PATIENCE);
    administrator = SignedIn.as(Role.ADMINISTRATOR);
    responsible = SignedIn.token(RESPONSIBLE);
  }

  @Test
  void triesAChangeBeforeItIsMadeAndKeepsWhatWasSeen() {
    var form = form("screen", "一号屏");
    keep("CRA-1", form, "0", true)
        .statusCode(200)
        .body("applied", is(false))
        .body("version", is(0));
    as(administrator).get("/api/v1/carriers/CRA-1").then().statusCode(404);

    keep("CRA-1", form, "0", false)
        .statusCode(200)
        .body("applied", is(true))
        .body("version", is(1));
    keep("CRA-1", form, "0", false).statusCode(412);
    var moved = form("screen", "一号屏（东门）");
    keep("CRA-1", moved, "1", false)
        .body("changes", hasSize(1))
        .body("changes[0].field", is("name"))
        .body("changes[0].before", is("一号屏"))
        .body("changes[0].after", is("一号屏（东门）"));

    var wrong = form("board", "一号栏");
    wrong.put("screenCode", "cra-hall");
    wrong.put("responsible", "nobody.here");
    keep("CRA-2", wrong, "0", true)
        .statusCode(422)
        .body("errors.pointer", hasItems("/screenCode", "/responsible"));
    as(responsible)
        .header("If-Match", "0")
        .body(form)
        .put("/api/v1/carriers/CRA-3")
        .then()
        .statusCode(403);
  }

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
    as(responsible)
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
  void knowsWhenAWallWasChangedAndByWhom() {
    var form = form("wall", "公开墙");
    form.put("postingDays", 30);
    keep("CRA-WALL", form, "0", false).statusCode(200);
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    state("CRA-WALL", "posted").body("carrier.postingDueOn", is(today.plusDays(30).toString()));

    post("CRA-WALL", today.minusDays(40)).statusCode(204);
    state("CRA-WALL", "overdue").body("postings[0].what", is("第三季度政务公开"));
    post("CRA-WALL", today).statusCode(204);
    post("CRA-WALL", today.minusDays(50)).statusCode(204);
    state("CRA-WALL", "posted")
        .body("carrier.postedOn", is(today.toString()))
        .body("carrier.postingDueOn", is(today.plusDays(30).toString()))
        .body("postings", hasSize(3));
    post("CRA-WALL", today.plusDays(1)).statusCode(422);
    as(SignedIn.token("cra.approver"))
        .header("Idempotency-Key", Api.key())
        .body(Map.of("postedOn", today.toString(), "what", "别人的墙"))
        .post("/api/v1/carriers/CRA-WALL/postings")
        .then()
        .statusCode(403);
    as(administrator).post("/api/v1/carriers/CRA-WALL/device-key").then().statusCode(409);
  }

  @Test
  void takesAFileWholeOrNotAtAllAndNamesRowAndColumn() {
    String head = "编号,类型,名称,位置,区划代码,责任部门,责任人账号,更新周期\n";
    String right = "CRA-F1,公开栏,东街公开栏,东街1号,%s,%s,%s,30\n".formatted(CITY, DEPARTMENT, RESPONSIBLE);
    String wrong = "CRA-F2,黑板,西街公开栏,西街1号,%s,%s,%s,400\n".formatted(CITY, DEPARTMENT, RESPONSIBLE);
    String unknown = "CRA-F3,公开墙,南街墙,南街1号,%s,nobody,%s,\n".formatted(CITY, RESPONSIBLE);

    imported(head + right + wrong, false)
        .body("applied", is(false))
        .body("errorCount", is(2))
        .body("errors.row", equalTo(List.of(3, 3)))
        .body("errors.column", equalTo(List.of("类型", "更新周期")));
    imported(head + right + unknown, false)
        .body("applied", is(false))
        .body("errors[0].row", is(3))
        .body("errors[0].column", is("责任部门"));
    as(administrator).get("/api/v1/carriers/CRA-F1").then().statusCode(404);
    imported(head + right, true).body("applied", is(false)).body("created", is(1));
    imported(head + right, false).body("applied", is(true)).body("created", is(1));
    imported(head + right, false).body("applied", is(true)).body("unchanged", is(1));
    imported("名称\n东街\n", false).body("errors[0].detail", containsString("编号"));
    imported(head + right.repeat(2_001), true)
        .body("rows", is(0))
        .body("errorCount", is(1))
        .body("errors[0].detail", containsString("2000"));
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
    as(administrator)
        .header(
            "If-Match", as(administrator).get("/api/v1/board/playlists/cra-hall").header("ETag"))
        .body(Map.of("slots", slots))
        .put("/api/v1/board/playlists/cra-hall")
        .then()
        .statusCode(200);
    String notice =
        as(administrator)
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

    decide(administrator, notice, "released").statusCode(409);
    decide(responsible, notice, "released").statusCode(403);
    decide(SignedIn.as(Role.SUPERVISOR), notice, "released").statusCode(200);
    decide(SignedIn.as(Role.SUPERVISOR), notice, "declined").statusCode(409);

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
    as(administrator)
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
        .oauth2(administrator)
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

  private static Map<String, Object> form(String kind, String name) {
    return new HashMap<>(
        Map.of(
            "kind", kind,
            "name", name,
            "place", "东街1号",
            "regionCode", CITY,
            "departmentCode", DEPARTMENT,
            "responsible", RESPONSIBLE));
  }

  private ValidatableResponse keep(String code, Map<String, ?> form, String seen, boolean dryRun) {
    return as(administrator)
        .header("If-Match", seen)
        .body(form)
        .put("/api/v1/carriers/" + code + "?dryRun=" + dryRun)
        .then();
  }

  private String pair(String code) {
    return as(administrator)
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

  private ValidatableResponse state(String code, String state) {
    return as(responsible)
        .get("/api/v1/carriers/" + code)
        .then()
        .statusCode(200)
        .body("carrier.state", is(state));
  }

  private ValidatableResponse post(String code, LocalDate day) {
    return as(responsible)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("postedOn", day.toString(), "what", "第三季度政务公开"))
        .post("/api/v1/carriers/" + code + "/postings")
        .then();
  }

  private ValidatableResponse imported(String csv, boolean dryRun) {
    return RestAssured.given()
        .filter(ContractFilter.answers())
        .auth()
        .oauth2(administrator)
        .multiPart("file", "carriers.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .multiPart("dryRun", String.valueOf(dryRun))
        .post("/api/v1/carriers/imports")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse decide(String token, String notice, String state) {
    return as(token)
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
    return pool.preparedQuery(
            "select count(*) as told from notice where subject_id = $1 and account = $2")
        .execute(Tuple.of("carrier/" + code, RESPONSIBLE))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong("told");
  }

  private static RequestSpecification as(String token) {
    return Api.contract().auth().oauth2(token);
  }
}
