package org.sunlit.board;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;

/** The register of carriers: one by one, by a file, and when what they show was changed. */
@QuarkusTest
class CarriersApiTest extends CarrierSteps {
  @Test
  void triesAChangeBeforeItIsMadeAndKeepsWhatWasSeen() {
    var form = form("screen", "一号屏");
    keep("CRA-1", form, "0", true)
        .statusCode(200)
        .body("applied", is(false))
        .body("version", is(0));
    as(ADMINISTRATOR).get("/api/v1/carriers/CRA-1").then().statusCode(404);

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
    as(RESPONSIBLE)
        .header("If-Match", "0")
        .body(form)
        .put("/api/v1/carriers/CRA-3")
        .then()
        .statusCode(403);
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
    as("cra.approver")
        .header("Idempotency-Key", Api.key())
        .body(Map.of("postedOn", today.toString(), "what", "别人的墙"))
        .post("/api/v1/carriers/CRA-WALL/postings")
        .then()
        .statusCode(403);
    as(ADMINISTRATOR).post("/api/v1/carriers/CRA-WALL/device-key").then().statusCode(409);
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
    as(ADMINISTRATOR).get("/api/v1/carriers/CRA-F1").then().statusCode(404);
    imported(head + right, true).body("applied", is(false)).body("created", is(1));
    imported(head + right, false).body("applied", is(true)).body("created", is(1));
    imported(head + right, false).body("applied", is(true)).body("unchanged", is(1));
    imported("名称\n东街\n", false).body("errors[0].detail", containsString("编号"));
    imported(head + right.repeat(2_001), true)
        .body("rows", is(0))
        .body("errorCount", is(1))
        .body("errors[0].detail", containsString("2000"));
  }

  private ValidatableResponse post(String code, LocalDate day) {
    return as(RESPONSIBLE)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("postedOn", day.toString(), "what", "第三季度政务公开"))
        .post("/api/v1/carriers/" + code + "/postings")
        .then();
  }

  private ValidatableResponse imported(String csv, boolean dryRun) {
    return RestAssured.given()
        .filter(ContractFilter.answers())
        .auth()
        .oauth2(desk.token(ADMINISTRATOR))
        .multiPart("file", "carriers.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .multiPart("dryRun", String.valueOf(dryRun))
        .post("/api/v1/carriers/imports")
        .then()
        .statusCode(200);
  }

  @Test
  void tellsEverybodyWhatATouchScreenIsAndNothingOfWhoKeepsIt() {
    var form = form("touch", "触摸屏一");
    form.put("printer", true);
    form.put("idleSeconds", 90);
    keep("CRA-T1", form, "0", false).statusCode(200).body("applied", is(true));
    given()
        .get("/api/v1/kiosks/CRA-T1")
        .then()
        .statusCode(200)
        .body("printer", is(true))
        .body("idleSeconds", is(90))
        .body("responsible", nullValue());
    keep("CRA-T2", form("touch", "触摸屏二"), "0", false).statusCode(200);
    given()
        .get("/api/v1/kiosks/CRA-T2")
        .then()
        .statusCode(200)
        .body("printer", is(false))
        .body("idleSeconds", is(60));
    form.put("closed", true);
    keep("CRA-T1", form, "1", false).statusCode(200);
    given().get("/api/v1/kiosks/CRA-T1").then().statusCode(404);

    var screen = form("screen", "不是触摸屏");
    screen.put("printer", true);
    keep("CRA-S1", screen, "0", false).statusCode(422).body("errors[0].pointer", is("/printer"));
    keep("CRA-S1", form("screen", "电子屏"), "0", false).statusCode(200);
    given().get("/api/v1/kiosks/CRA-S1").then().statusCode(404);
  }
}
