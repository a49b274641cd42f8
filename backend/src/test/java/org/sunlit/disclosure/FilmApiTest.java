package org.sunlit.disclosure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.ContractFilter;

/** Films from a clerk's draft to whoever plays them, at a page or on television. */
@QuarkusTest
class FilmApiTest {
  private static final String SUBTITLES = "WEBVTT\n\n00:01.000 --> 00:04.000\n带上身份证";
  private static final String FILE = "/api/v1/videos/{number}/files/{file}";

  @Inject DisclosureCity city;

  private String department;

  @BeforeEach
  void found() {
    department = city.department();
  }

  @Test
  void aFilmIsSeenByEverybodyOnceAnotherHasReleasedIt() {
    String number =
        city.draft(department + ".drafter", content("怎样申请"))
            .then()
            .statusCode(201)
            .body("content.film.media", equalTo("how-to/film.mp4"))
            .extract()
            .path("row.number");
    open(number).then().statusCode(404);
    given().get(FILE, number, "film.mp4").then().statusCode(404);
    city.as(department + ".leader")
        .get("/api/v1/publications/{number}/film/{file}", number, "film.mp4")
        .then()
        .statusCode(200)
        .contentType("video/mp4");
    city.as(city.department() + ".leader")
        .get("/api/v1/publications/{number}/film/{file}", number, "film.mp4")
        .then()
        .statusCode(404);
    city.act(department + ".drafter", number, "submit", Map.of()).then().statusCode(200);
    city.act(department + ".drafter", number, "approve", Map.of()).then().statusCode(403);
    city.act(department + ".leader", number, "approve", Map.of()).then().statusCode(200);

    open(number)
        .then()
        .statusCode(200)
        .body("transcript", equalTo("带上身份证，到窗口取号。"))
        .body("summary.seconds", equalTo(60))
        .body("summary.subtitles", contains("zh"))
        .body("summary.mediaType", equalTo("video/mp4"))
        .body("summary.poster", equalTo("/api/v1/videos/" + number + "/files/poster.svg"));
    list("department", department).then().body("items.number", contains(number));
    list("item", "nothing").then().body("items", hasSize(0));
    list("category", "budget").then().body("items.number", hasItem(number));
    given()
        .get("/api/v1/disclosures/{number}", number)
        .then()
        .body("film", equalTo(true))
        .body("body", equalTo("带上身份证，到窗口取号。"));
    Response subtitles =
        given()
            .filter(ContractFilter.answers())
            .get("/api/v1/videos/{number}/subtitles/zh", number);
    assertEquals(SUBTITLES, subtitles.then().statusCode(200).extract().body().asString());
    given().get("/api/v1/videos/{number}/subtitles/en", number).then().statusCode(404);

    city.act(department + ".leader", number, "withdraw", Map.of("words", "内容有误"))
        .then()
        .statusCode(200);
    open(number).then().statusCode(404);
    given().get(FILE, number, "film.mp4").then().statusCode(404);
    list("department", department).then().body("items", hasSize(0));
    given()
        .get("/api/v1/disclosures/{number}", number)
        .then()
        .body("withdrawnReason", equalTo("内容有误"))
        .body("film", nullValue());
  }

  @Test
  void aFilmIsHadInParts() {
    String number = city.publish(department, content("怎样查询"));
    Response whole = given().get(FILE, number, "film.mp4");
    whole.then().statusCode(200).contentType("video/mp4").header("Accept-Ranges", "bytes");
    byte[] bytes = whole.asByteArray();
    Response part = given().header("Range", "bytes=100-199").get(FILE, number, "film.mp4");
    part.then().statusCode(206).header("Content-Range", "bytes 100-199/" + bytes.length);
    assertArrayEquals(Arrays.copyOfRange(bytes, 100, 200), part.asByteArray());
    given()
        .header("Range", "bytes=" + bytes.length + "-")
        .get(FILE, number, "film.mp4")
        .then()
        .statusCode(416)
        .contentType("application/problem+json");
    given()
        .header("If-None-Match", whole.getHeader("ETag"))
        .get(FILE, number, "film.mp4")
        .then()
        .statusCode(304);
    given().get(FILE, number, "film.m3u8").then().statusCode(200);
    given().get(FILE, number, "secrets.txt").then().statusCode(404);
    given().get(FILE, number, "none.mp4").then().statusCode(404);
  }

  @Test
  void televisionSetsReadAList() {
    String number = city.publish(department, content("怎样投诉"));
    Response list =
        given()
            .filter(ContractFilter.answers())
            .header("Host", "sunlit.example")
            .queryParam("department", department)
            .get("/api/v1/videos.m3u");
    String address = "http://sunlit.example/api/v1/videos/" + number + "/files/";
    assertEquals(
        "#EXTM3U\n#EXTINF:60 tvg-logo=\""
            + address
            + "poster.svg\" group-title=\"财政预决算\",怎样投诉\n"
            + address
            + "film.mp4\n",
        new String(list.asByteArray(), StandardCharsets.UTF_8));
    given()
        .header("Host", "sunlit.example")
        .header("If-None-Match", list.getHeader("ETag"))
        .queryParam("department", department)
        .get("/api/v1/videos.m3u")
        .then()
        .statusCode(304);
  }

  @Test
  void whatIsWrongWithAFilmIsSaidByField() {
    wrong("media", "../../etc/passwd.mp4", "/film/media");
    wrong("media", "how-to/other.mp4", "/film/media");
    wrong("poster", "script.js", "/film/poster");
    wrong("poster", "none.jpg", "/film/poster");
    wrong("item", "no-such-item", "/film/item");
    wrong("subtitles", "第一步", "/film/subtitles");
  }

  private void wrong(String field, String value, String pointer) {
    Map<String, Object> content = content("怎样缴费");
    Map<String, Object> film = new HashMap<>(film());
    film.put(field, value);
    content.put("film", film);
    city.draft(department + ".drafter", content)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains(pointer));
  }

  private static Response open(String number) {
    return given().filter(ContractFilter.answers()).get("/api/v1/videos/{number}", number);
  }

  private static Response list(String filter, String value) {
    return given().filter(ContractFilter.answers()).queryParam(filter, value).get("/api/v1/videos");
  }

  private static Map<String, Object> content(String title) {
    Map<String, Object> content = DisclosureCity.content(title, "带上身份证，到窗口取号。");
    content.put("film", film());
    return content;
  }

  private static Map<String, Object> film() {
    return Map.of(
        "media", "how-to/film.mp4", "poster", "poster.svg", "seconds", 60, "subtitles", SUBTITLES);
  }
}
