package org.sunlit.disclosure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.board.Panel;
import org.sunlit.board.Screen;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** From a draft to what everybody reads, finds and sees missing. */
@QuarkusTest
class DisclosureApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject DisclosureCity city;
  @Inject ReleaseJob job;
  @Inject PublicationPanels panels;
  @Inject TravellingClock clock;
  @Inject Tables tables;
  @Inject Pool pool;

  private String department;
  private String drafter;
  private String leader;

  @BeforeEach
  void found() {
    department = city.department();
    drafter = department + ".drafter";
    leader = department + ".leader";
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void whatIsPublishedWasReviewedByAnotherAndIsReleasedAtItsMomentOnce() {
    Instant moment = clock.instant().plus(Duration.ofHours(5));
    String number =
        city.draft(leader, DisclosureCity.content("二〇二六年部门预算", "全年支出一千万元。"))
            .then()
            .statusCode(201)
            .body("possible", contains("edit", "submit"))
            .extract()
            .path("row.number");
    city.act(leader, number, "submit", Map.of()).then().statusCode(200);
    city.act(leader, number, "approve", Map.of()).then().statusCode(403);
    city.act(drafter, number, "approve", Map.of()).then().statusCode(403);
    city.act(department + ".second", number, "return", Map.of()).then().statusCode(422);
    city.act(department + ".second", number, "approve", Map.of("releaseAt", moment.toString()))
        .then()
        .statusCode(200)
        .body("row.state", equalTo("approved"));
    job.run().await().atMost(PATIENCE);
    seen(number).then().statusCode(404);

    clock.travelTo(moment);
    Uni.join().all(job.run(), job.run(), job.run()).andFailFast().await().atMost(PATIENCE);
    seen(number).then().statusCode(200).body("summary.corrected", equalTo(false));
    assertEquals(
        List.of("二〇二六年部门预算"),
        panels
            .panels(new Screen("own", "本局大厅", null, "hall", null, department))
            .await()
            .atMost(PATIENCE)
            .stream()
            .flatMap(panel -> panel.lines().stream())
            .map(Panel.Line::label)
            .toList());
    assertEquals(
        1,
        tables.count(
            "select count(*) from journal_event where subject_id = $1 and kind = 'disclosure.released'",
            number));
    city.act(department + ".second", number, "approve", Map.of()).then().statusCode(409);
  }

  @Test
  void aCorrectionKeepsWhatWasPublishedAndAWithdrawalSaysWhy() {
    String number = city.publish(department, DisclosureCity.content("三公经费决算", "公务接待费三万元。"));
    Map<String, Object> corrected = DisclosureCity.content("三公经费决算", "公务接待费两万元。");
    city.edit(drafter, number, corrected)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/reason"));
    corrected.put("reason", "接待费误录");
    city.edit(drafter, number, corrected)
        .then()
        .statusCode(200)
        .body("row.edition", equalTo(2))
        .body("publicEdition", equalTo(1));
    seen(number).then().body("body", equalTo("公务接待费三万元。"));
    city.act(drafter, number, "submit", Map.of());
    city.act(leader, number, "approve", Map.of()).then().statusCode(200);
    seen(number)
        .then()
        .body("body", equalTo("公务接待费两万元。"))
        .body("summary.corrected", equalTo(true))
        .body("editions.body", contains("公务接待费两万元。", "公务接待费三万元。"))
        .body("editions[0].reason", equalTo("接待费误录"));
    search("公务接待费三万元")
        .body(
            "items.find { it.number == '" + number + "' }.excerpt.findAll { it.hit }.text",
            contains("公务接待费", "万元"));

    city.act(drafter, number, "withdraw", Map.of("words", "某")).then().statusCode(403);
    city.act(leader, number, "withdraw", Map.of()).then().statusCode(422);
    city.act(leader, number, "withdraw", Map.of("words", "重复公开")).then().statusCode(200);
    seen(number)
        .then()
        .statusCode(200)
        .body("withdrawnReason", equalTo("重复公开"))
        .body("body", nullValue())
        .body("editions", empty());
    search("公务接待费两万元").body("items.number", not(hasItem(number)));
    assertThrows(
        RuntimeException.class,
        () -> pool.query("delete from publication").execute().await().atMost(PATIENCE));
    assertThrows(
        RuntimeException.class,
        () ->
            pool.query("update publication_edition set body = 'x' where state = 'released'")
                .execute()
                .await()
                .atMost(PATIENCE));
  }

  @Test
  void theSearchFindsWhatPeopleType() {
    Map<String, Object> document =
        DisclosureCity.content("关于公共租赁住房配租的通知", "# 一、申请条件\n凡在本市有稳定工作的家庭，均可申请保障性住房。");
    document.put("documentNumber", "晴公租〔2026〕7号");
    document.put("effectiveOn", "2020-01-01");
    document.put("expiresOn", "2021-01-01");
    String number = city.publish(department, document);
    for (String typed : List.of("公共租賃住房", "晴公租[2026]7号", "怎么申请保障性住房？", "配租 通知", "ＧＯＮＧ 保障性住房")) {
      search(typed).body("items.number", hasItem(number));
    }
    search("稳定工作")
        .body("items.find { it.number == '" + number + "' }.validity", equalTo("expired"))
        .body("items[0].excerpt.findAll { it.hit }.text", hasItem("稳定工作"));
    for (String odd :
        List.of("'", "&|!<->():*", "\\", "%00", "的", "😀", "a'b\"c", "公".repeat(200))) {
      search(odd);
    }
    Api.anything()
        .queryParam("q", "公".repeat(201))
        .get("/api/v1/disclosures")
        .then()
        .statusCode(400);
    Api.anything().queryParam("cursor", "x").get("/api/v1/disclosures").then().statusCode(400);
    Api.contract()
        .queryParam("department", department)
        .queryParam("category", "expenses")
        .get("/api/v1/disclosures")
        .then()
        .statusCode(200)
        .body("items.number", contains(number))
        .body("total", equalTo(1));
  }

  @Test
  void aDutyIsLateUntilItIsFulfilledAndThenDoneLate() {
    String code = department + "-monthly";
    Map<String, Object> duty =
        Map.of(
            "departmentCode", department,
            "category", "budget",
            "title", "每月支出",
            "titleEn", "Monthly spending",
            "timing", "regular",
            "every", "month",
            "limit", 5,
            "unit", "days",
            "ground", "政府信息公开条例第二十条第（七）项");
    String path = "/api/v1/disclosure-duties/" + code;
    keep(path, duty, "2099-13-01").then().statusCode(400);
    keep(path, duty, "2026-01-01").then().statusCode(204);
    keep(path, duty, "2026-02-01").then().statusCode(422);
    clock.travelTo(Instant.parse("2026-03-20T04:00:00Z"));
    calendar()
        .body("counts", equalTo(Map.of("due", 1, "late", 2, "done", 0, "doneLate", 0)))
        .body("items.occasion", contains("2026-01", "2026-02", "2026-03"))
        .body("items.state", contains("late", "late", "due"));

    Map<String, Object> content = DisclosureCity.content("一月支出", "一月支出十万元。");
    content.put("dutyCode", code);
    content.put("occasion", "2025-12");
    city.draft(drafter, content)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/occasion"));
    content.put("occasion", "2026-01");
    String number = city.publish(department, content);
    calendar()
        .body("items.find { it.occasion == '2026-01' }.state", equalTo("doneLate"))
        .body("items.find { it.occasion == '2026-01' }.number", equalTo(number));
    city.act(leader, number, "withdraw", Map.of("words", "误发"));
    calendar().body("items.find { it.occasion == '2026-01' }.state", equalTo("late"));
    record(drafter, path, clock.instant()).then().statusCode(409);
  }

  @Test
  void whatHappensIsRecordedOnceAndDueHoursLater() {
    String path = "/api/v1/disclosure-duties/" + department + "-incident";
    keep(
            path,
            Map.of(
                "departmentCode", department,
                "category", "safety",
                "title", "事故快报",
                "titleEn", "Incidents",
                "timing", "immediate",
                "limit", 24,
                "unit", "hours",
                "ground", "某"),
            "2026-01-01")
        .then()
        .statusCode(204);
    Instant now = clock.instant();
    record(drafter, path, now.plusSeconds(60)).then().statusCode(422);
    record(city.department() + ".drafter", path, now).then().statusCode(404);
    record(drafter, path, now.minus(Duration.ofHours(25))).then().statusCode(204);
    record(drafter, path, now).then().statusCode(409);
    calendar().body("items.state", contains("late")).body("items.about", contains("某处事故"));
    calendar("safety").body("counts.late", equalTo(1)).body("items.about", contains("某处事故"));
    calendar("budget").body("counts.late", equalTo(0)).body("items", empty());
  }

  @Test
  void badContentIsToldByFieldAndRightsEndAtTheDepartment() {
    Map<String, Object> wrong = DisclosureCity.content(" ", " ");
    wrong.put("categories", List.of("budget", "nothing"));
    wrong.put("expiresOn", "2026-01-01");
    wrong.put("replacedBy", "GK-1");
    wrong.put("dutyCode", "no-duty");
    city.draft(drafter, wrong)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/title", "/body", "/categories/1", "/effectiveOn", "/replacedBy", "/dutyCode"));
    Api.anything()
        .header("Authorization", "Bearer " + tokenOf(drafter))
        .body("{\"title\": 1, \"body\": [], \"categories\": \"x\"}")
        .post("/api/v1/publications")
        .then()
        .statusCode(400);

    Map<String, Object> ahead = DisclosureCity.content("某年", "正文");
    ahead.put("effectiveOn", "+999999999-12-31");
    Api.anything()
        .header("Authorization", "Bearer " + tokenOf(drafter))
        .body(ahead)
        .post("/api/v1/publications")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/effectiveOn"));

    String key = Api.key();
    Map<String, Object> content =
        DisclosureCity.content("<script>alert(1)</script>", "'; drop table x; --");
    String first = draftWith(key, content);
    assertEquals(first, draftWith(key, content));
    String other = city.department();
    city.open(other + ".leader", first).then().statusCode(404);
    city.open(DisclosureCity.SUPERVISOR, first)
        .then()
        .statusCode(200)
        .body("possible", empty())
        .body("acts.kind", contains("drafted"));
    city.as(other + ".leader").get("/api/v1/publications").then().body("items", hasSize(0));
    city.as(drafter)
        .header("If-Match", "\"77\"")
        .body(Map.of())
        .post("/api/v1/publications/{number}/actions/submit", first)
        .then()
        .statusCode(412);
  }

  private String tokenOf(String account) {
    return SignedIn.token(account);
  }

  private String draftWith(String key, Map<String, Object> content) {
    return city.as(drafter)
        .header("Idempotency-Key", key)
        .body(content)
        .post("/api/v1/publications")
        .then()
        .statusCode(201)
        .extract()
        .path("row.number");
  }

  private Response keep(String path, Map<String, Object> duty, String fromOn) {
    Map<String, Object> body = new HashMap<>(duty);
    body.put("fromOn", fromOn);
    return Api.anything()
        .header("Authorization", "Bearer " + tokenOf(DisclosureCity.KEEPER))
        .body(body)
        .put(path);
  }

  private Response record(String account, String path, Instant happened) {
    return city.as(account)
        .body(Map.of("about", "某处事故", "happenedAt", happened.toString()))
        .put(path + "/occasions/{occasion}", "事故-1");
  }

  private ValidatableResponse calendar() {
    return Api.contract()
        .queryParam("department", department)
        .get("/api/v1/disclosures/duties")
        .then()
        .statusCode(200);
  }

  /** What of a category the department has to publish. */
  private ValidatableResponse calendar(String category) {
    return Api.contract()
        .queryParam("department", department)
        .queryParam("category", category)
        .get("/api/v1/disclosures/duties")
        .then()
        .statusCode(200);
  }

  private static Response seen(String number) {
    return Api.contract().get("/api/v1/disclosures/{number}", number);
  }

  private static ValidatableResponse search(String typed) {
    return Api.contract().queryParam("q", typed).get("/api/v1/disclosures").then().statusCode(200);
  }
}
