package org.sunlit.complaint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.ComplaintCity.Keys;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SharedData;

/** Messages answered before this system was there, and what complaints are about. */
@QuarkusTest
class EarlierAnswersApiTest {
  private static final String IMPORTS = "/api/v1/earlier-answers/imports";
  private static final String PREVIEWS = "/api/v1/earlier-answers/previews";
  private static final String CATEGORIES = "/api/v1/complaint-categories";
  private static final String TREE = "一级分类,二级分类\n街区建设,窨井设施\n街区建设,树木养护\n安静环境,夜间吵闹\n";
  private static final String ROWS =
      """
      编号,用户,主题,来信时间,内容,答复,答复时间,部门,一级分类,二级分类
      E-1,月下客,咨询琼花巷旧窨井,2019/4/8 8:00:00,琼花巷的旧窨井什么时候换？,月下客您好，已更换，电话13900001111。,2019/4/8 20:00:00,水务局,街区建设,窨井设施
      E-2,山前人,投诉琼花巷夜里吵闹,2019/4/8 8:00:00,琼花巷夜里吵闹。,已劝导。,2019/4/10 8:00:00,水务局,安静环境,夜间吵闹
      E-3,路边人,<script>alert(1)</script>,2019/4/8 8:00:00,内容,答复,2019/4/9 8:00:00,水务局,,
      """;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject ComplaintCity city;

  @BeforeEach
  void found() {
    city.found();
  }

  private Response send(String path, byte[] file, String language) {
    return given()
        .filter(ContractFilter.answers())
        .header("Authorization", "Bearer " + city.token(ComplaintCity.SCREENER))
        .header("Accept-Language", language)
        .multiPart("file", "往期.csv", file, "text/csv")
        .post(path);
  }

  private Response send(String path, String file) {
    return send(path, file.getBytes(StandardCharsets.UTF_8), "zh-CN");
  }

  private JsonPath taken(byte[] file) {
    String id = send(IMPORTS, file, "zh-CN").then().statusCode(202).extract().path("id");
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      JsonPath now =
          city.as(ComplaintCity.SCREENER)
              .get(IMPORTS + "/" + id)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      if (!now.getString("status").equals("writing")) {
        assertEquals("done", now.getString("status"));
        return now;
      }
      assertFalse(Instant.now().isAfter(until), "It ends in time");
    }
  }

  private void withdrawn(JsonPath taken) {
    withdraw(taken).statusCode(204);
  }

  private ValidatableResponse withdraw(JsonPath taken) {
    return city.as(ComplaintCity.SCREENER)
        .body(Map.of("reason", "整批撤下"))
        .post(IMPORTS + "/" + taken.getString("id") + "/withdrawal")
        .then();
  }

  private static ValidatableResponse answers(String typed) {
    return Api.contract()
        .queryParam("q", typed)
        .get("/api/v1/complaint-answers")
        .then()
        .statusCode(200);
  }

  private static List<String> foundIds(String typed) {
    return answers(typed).extract().path("items.findAll { it.earlier }.id");
  }

  @Test
  void whatWasAnsweredBeforeIsFoundWithTheOthersAndTakenBackAsAWhole() {
    send(CATEGORIES + "/imports", TREE).then().statusCode(200).body("applied", equalTo(true));
    send(PREVIEWS, ROWS)
        .then()
        .statusCode(200)
        .body("good", equalTo(2))
        .body("refused", equalTo(1))
        .body("errors.row", contains(4))
        .body("errors[0].column", equalTo("主题"))
        .body("marks.mark.text", hasItem("13900001111"))
        .body("samples[0].answer", equalTo("＊＊＊您好，已更换，电话＊＊＊。"));
    answers("琼花巷旧窨井").body("items.title", not(hasItem("咨询琼花巷旧窨井")));

    JsonPath first = taken(ROWS.getBytes(StandardCharsets.UTF_8));

    assertEquals(2, first.getInt("taken"));
    assertEquals(1, first.getInt("refused"));
    String found =
        answers("琼花巷旧窨井")
            .body("items[0].title", equalTo("咨询琼花巷旧窨井"))
            .body("items[0].earlier", equalTo(true))
            .body("items[0].kind", equalTo("enquiry"))
            .body("items[0].repliedOn", equalTo("2019-04-08"))
            .extract()
            .asString();
    assertFalse(found.contains("13900001111") || found.contains("月下客"));
    Api.contract()
        .body(Map.of("text", "请问琼花巷的旧窨井什么时候更换"))
        .post("/api/v1/complaint-answers/similar")
        .then()
        .body("title", hasItem("咨询琼花巷旧窨井"));

    JsonPath second = taken(ROWS.getBytes(StandardCharsets.UTF_8));
    assertEquals(0, second.getInt("taken"));
    assertEquals(2, second.getInt("unchanged"));
    send(PREVIEWS, ROWS.replace("已劝导。", "没有劝导。"))
        .then()
        .body("good", equalTo(0))
        .body("errors.row", contains(3, 4));

    withdrawn(first);
    withdraw(first).statusCode(404);
    answers("琼花巷旧窨井").body("items.title", not(hasItem("咨询琼花巷旧窨井")));
    JsonPath again = taken(ROWS.getBytes(StandardCharsets.UTF_8));
    assertEquals(2, again.getInt("taken"));
    withdrawn(again);
  }

  @Test
  void aFileOfNoUseIsRefusedInTheReadersLanguage() {
    send(IMPORTS, "主题,内容\n甲,乙\n".getBytes(StandardCharsets.UTF_8), "en")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("file"))
        .body("errors[0].detail", containsString("There is no column"));
    byte[] broken = ROWS.getBytes(StandardCharsets.UTF_8);
    broken[ROWS.indexOf('\n') + 200] = (byte) 0xFF;
    send(IMPORTS, broken, "zh-CN")
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("UTF-8"));
    send(CATEGORIES + "/imports", "一级分类\n=1+1\n")
        .then()
        .statusCode(200)
        .body("applied", equalTo(false))
        .body("errors.row", contains(2));
  }

  @Test
  void aCategoryIsSuggestedAndAPersonConfirmsIt() {
    send(CATEGORIES + "/imports", TREE).then().statusCode(200);
    List<String> codes =
        Api.contract().get(CATEGORIES).then().statusCode(200).extract().path("code");
    Map<String, Object> message = ComplaintCity.message("named");
    message.put("subject", "夜间吵闹");
    message.put("text", "楼下夜间吵闹，睡不着。");
    Keys keys = city.send(message);

    Map<String, Object> suggested =
        city.as(ComplaintCity.SCREENER)
            .get("/api/v1/complaint-desk/" + keys.number() + "/category-suggestions")
            .then()
            .statusCode(200)
            .body("items[0].path", contains("安静环境", "夜间吵闹"))
            .extract()
            .path("items[0]");
    city.open(ComplaintCity.SCREENER, keys).then().body("category", equalTo(null));
    city.act(
            ComplaintCity.SCREENER, keys, "screen", Map.of("kind", "complaint", "category", "9999"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/category"));
    city.act(
            ComplaintCity.SCREENER,
            keys,
            "screen",
            Map.of("kind", "complaint", "category", suggested.get("code")))
        .then()
        .statusCode(200)
        .body("category.name", equalTo("夜间吵闹"));
    send(CATEGORIES + "/imports", "一级分类,二级分类\n街区建设,窨井设施\n")
        .then()
        .body("retired", equalTo(codes.size() - 2));
    city.open(ComplaintCity.SCREENER, keys).then().body("category.path", contains("安静环境", "夜间吵闹"));
    send(CATEGORIES + "/imports", TREE).then().body("retired", equalTo(0));
    Api.contract().get(CATEGORIES).then().body("code", equalTo(codes));
  }

  @Test
  void realMessagesHaveTheFiguresOfASecondWayAndAreFoundAsExpected() {
    byte[] file = SharedData.file("complaints-with-replies.csv");
    SecondWay expected = SecondWay.of(file, SharedData.file("statutory-calendar.csv"));

    JsonPath taken = taken(file);

    assertEquals(2_000, taken.getInt("taken"));
    JsonPath figures =
        Api.contract()
            .get("/api/v1/earlier-answers/figures")
            .then()
            .statusCode(200)
            .body("total.answered", equalTo(2_000))
            .extract()
            .jsonPath();
    SearchJudgement searched = SearchJudgement.of(EarlierAnswersApiTest::foundIds);
    SearchJudgement plain = SearchJudgement.of(SearchJudgement.substrings(file));
    withdrawn(taken);
    System.out.printf("Earlier messages: %s%n", expected.total());
    System.out.printf("Search: %s; for the words as typed: %s%n", searched, plain);
    assertTrue(searched.reciprocalRank() >= 0.85, "What is expected stands first or second");
    assertTrue(searched.recall() >= 0.75, "Three in four of what is expected are among five");
    assertTrue(searched.recall() >= 2 * plain.recall(), "Far better than plain words");
    assertEquals(expected.total(), SecondWay.read(figures, "total"));
    for (int place = 0; place < figures.getList("byYear").size(); place++) {
      String of = "byYear[" + place + "]";
      assertEquals(expected.year(figures.getInt(of + ".year")), SecondWay.read(figures, of));
    }
    assertEquals(expected.years(), figures.getList("byYear.year"));
    Api.contract()
        .get("/api/v1/earlier-answers/figures")
        .then()
        .body("total.answered", equalTo(0))
        .body("byYear", empty());
  }
}
