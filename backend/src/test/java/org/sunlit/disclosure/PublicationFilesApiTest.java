package org.sunlit.disclosure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.disclosure.text.Papers;
import org.sunlit.testing.Api;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/** Files of publications, from a clerk's draft to whoever saves, searches or looks for them. */
@QuarkusTest
class PublicationFilesApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PUBLIC = "/api/v1/disclosures/{number}/files/{file}";
  private static final String DESK = "/api/v1/publications/{number}/files/{file}";
  private static final byte[] BUDGET = Papers.pdf(List.of("公务用车保有量十二辆", "运行维护费四十一万元"));

  @Inject DisclosureCity city;
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

  @Test
  void aFileIsSavedAndFoundByEverybodyOnceItIsPublished() {
    String number = drafted("部门决算", "见附件。");
    String file =
        add(number, "../../决\u0007算\u202e.exe", BUDGET)
            .then()
            .statusCode(201)
            .body("files[0].attachment.name", equalTo("决算.exe.pdf"))
            .body("files[0].attachment.pages", equalTo(2))
            .body("files[0].text", equalTo("read"))
            .body("acts.kind", contains("drafted", "fileAdded"))
            .extract()
            .path("files[0].attachment.id");
    save(number, file).then().statusCode(404);
    city.as(leader).get(DESK, number, file).then().statusCode(200);
    city.as(city.department() + ".leader").get(DESK, number, file).then().statusCode(404);
    release(number);

    Response whole = save(number, file);
    whole
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("%E5%86%B3%E7%AE%97.exe.pdf"))
        .header("Content-Length", String.valueOf(BUDGET.length))
        .header("Accept-Ranges", "bytes")
        .header("X-Content-Type-Options", "nosniff");
    assertArrayEquals(BUDGET, whole.asByteArray());
    String tag = whole.getHeader("ETag");
    given()
        .filter(ContractFilter.answers())
        .header("If-None-Match", tag)
        .get(PUBLIC, number, file)
        .then()
        .statusCode(304);
    Response part = range(number, file, "bytes=9-20", tag);
    part.then()
        .statusCode(206)
        .header("Content-Range", "bytes 9-20/" + BUDGET.length)
        .header("Content-Length", "12");
    assertArrayEquals(Arrays.copyOfRange(BUDGET, 9, 21), part.asByteArray());
    range(number, file, "bytes=9-20", "\"other\"").then().statusCode(200);
    range(number, file, "bytes=" + BUDGET.length + "-", tag)
        .then()
        .statusCode(416)
        .header("Content-Range", "bytes */" + BUDGET.length);

    search("运行维护费")
        .then()
        .body("items.find { it.number == '" + number + "' }.foundIn.name", equalTo("决算.exe.pdf"))
        .body(
            "items.find { it.number == '" + number + "' }.excerpt.findAll { it.hit }.text",
            contains("运行维护费"));
    search("部门决算 见附件")
        .then()
        .body("items.find { it.number == '" + number + "' }.foundIn", nullValue());

    city.act(leader, number, "withdraw", Map.of("words", "误发")).then().statusCode(200);
    save(number, file).then().statusCode(404);
    search("运行维护费").then().body("items.number", not(hasItem(number)));
  }

  @Test
  void aCorrectionKeepsItsFilesAndSaysWhatWasAddedAndRemoved() {
    String number = drafted("采购结果", "见附件。");
    String kept = added(number, "说明.docx", Papers.docx("中标单位共三家"));
    String wrong = added(number, "结果.xlsx", Papers.xlsx(List.of(List.of("单位", "金额"))));
    release(number);
    Map<String, Object> corrected = DisclosureCity.content("采购结果", "见附件。");
    corrected.put("reason", "金额误录");
    add(number, "x.txt", "某".getBytes(StandardCharsets.UTF_8)).then().statusCode(409);
    city.edit(drafter, number, corrected).then().statusCode(200).body("files", hasSize(2));
    remove(number, wrong)
        .then()
        .statusCode(200)
        .body("files", hasSize(1))
        .body("removedFiles", contains("结果.xlsx"));
    String right =
        added(number, "更正结果.xlsx", Papers.xlsx(List.of(List.of("单位", "金额"), List.of("甲", "9"))));
    release(number);
    Api.contract()
        .get("/api/v1/disclosures/{number}", number)
        .then()
        .body("files.id", contains(kept, right))
        .body("files.searched", contains(true, true))
        .body("editions[0].addedFiles", contains("更正结果.xlsx"))
        .body("editions[0].removedFiles", contains("结果.xlsx"))
        .body("editions[1].files.id", contains(kept, wrong))
        .body("editions[1].addedFiles", empty());
    save(number, wrong).then().statusCode(200);
    String csv =
        Api.contract()
            .get(PUBLIC + "/table", number, right)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertEquals("\uFEFF单位,金额\r\n甲,9\r\n", csv);
    Api.contract().get(PUBLIC + "/table", number, kept).then().statusCode(404);
    for (String refused :
        List.of(
            "delete from publication_edition_file where file_id = '" + wrong + "'",
            "delete from publication_file where id = '" + wrong + "'",
            "update publication_file set name = 'x' where id = '" + right + "'")) {
      assertThrows(
          RuntimeException.class, () -> pool.query(refused).execute().await().atMost(PATIENCE));
    }
  }

  @Test
  void whatIsTakenOutBeforeItWasPublishedIsGone() {
    String number = drafted("某事", "正文");
    String file = added(number, "a.txt", "某人的材料".getBytes(StandardCharsets.UTF_8));
    remove(number, file).then().statusCode(200).body("files", empty());
    assertEquals(
        0, tables.count("select count(*) from publication_file where id::text = $1", file));
    remove(number, file).then().statusCode(404);
  }

  @Test
  void theReviewerSeesWhatLooksPersonalAndWhatCannotBeSearched() {
    String number = drafted("名单公示", "见附件。");
    add(number, "联系人13800138000.txt", "身份证号110101199003077758".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(201)
        .body("files[0].marks.place", contains("name", "text"))
        .body("files[0].marks.kind", contains("mobile", "identityNumber"));
    add(number, "扫描件.pdf", Papers.scanned())
        .then()
        .statusCode(201)
        .body("files[1].text", equalTo("none"))
        .body("files[1].attachment.searched", equalTo(false));
    // Whoever attached something has drafted.
    String by = department + ".second";
    city.act(leader, number, "submit", Map.of()).then().statusCode(200);
    city.act(leader, number, "return", Map.of("words", "缺附件")).then().statusCode(200);
    upload(
            by,
            number,
            city.open(by, number).getHeader("ETag"),
            "补充.txt",
            "补充".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(201);
    city.act(by, number, "submit", Map.of()).then().statusCode(200);
    city.act(by, number, "approve", Map.of()).then().statusCode(403);
    city.act(leader, number, "approve", Map.of()).then().statusCode(200);
  }

  @Test
  void badFilesAreRefusedAndNothingIsHalfDone() {
    String number = drafted("某事", "正文");
    add(number, "a.pdf", new byte[0]).then().statusCode(422);
    add(number, "a.pdf", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(415)
        .body("detail", containsString("TXT"));
    add(number, "a.docx", Papers.zip(Map.of("a.txt", "x"))).then().statusCode(415);
    Map<String, String> bomb = new LinkedHashMap<>();
    bomb.put("[Content_Types].xml", "wordprocessingml.document.main+xml");
    bomb.put("word/document.xml", "0".repeat(64 * 1024 * 1024));
    add(number, "a.docx", Papers.zip(bomb)).then().statusCode(422);
    byte[] locked =
        new String(BUDGET, StandardCharsets.ISO_8859_1)
            .replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R")
            .getBytes(StandardCharsets.ISO_8859_1);
    add(number, "a.pdf", locked).then().statusCode(422).body("errors[0].pointer", equalTo("file"));
    add(number, "a.txt", new byte[(int) PreparedFile.MOST_BYTES + 1]).then().statusCode(413);
    added(number, "a.pdf", BUDGET);
    add(number, "b.pdf", BUDGET).then().statusCode(422).body("errors[0].pointer", equalTo("file"));
    upload(drafter, number, "\"1\"", "c.txt", "c".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(412);
    city.as(drafter)
        .get("/api/v1/publications/{number}", number)
        .then()
        .body("files", hasSize(1))
        .body("acts", hasSize(2));
  }

  private String drafted(String title, String body) {
    return city.draft(drafter, DisclosureCity.content(title, body))
        .then()
        .statusCode(201)
        .extract()
        .path("row.number");
  }

  private void release(String number) {
    city.act(drafter, number, "submit", Map.of()).then().statusCode(200);
    city.act(leader, number, "approve", Map.of()).then().statusCode(200);
  }

  private Response add(String number, String name, byte[] content) {
    return upload(drafter, number, city.open(drafter, number).getHeader("ETag"), name, content);
  }

  private String added(String number, String name, byte[] content) {
    return add(number, name, content)
        .then()
        .statusCode(201)
        .extract()
        .path("files[-1].attachment.id");
  }

  private static Response upload(
      String account, String number, String version, String name, byte[] content) {
    return Api.form("file", name, content)
        .header("Authorization", "Bearer " + SignedIn.token(account))
        .header("If-Match", version)
        .post("/api/v1/publications/{number}/files", number);
  }

  private Response remove(String number, String file) {
    return city.as(drafter)
        .header("If-Match", city.open(drafter, number).getHeader("ETag"))
        .delete(DESK, number, file);
  }

  private static Response save(String number, String file) {
    return Api.contract().get(PUBLIC, number, file);
  }

  private static Response range(String number, String file, String range, String ifRange) {
    return given()
        .filter(ContractFilter.answers())
        .header("Range", range)
        .header("If-Range", ifRange)
        .get(PUBLIC, number, file);
  }

  private static Response search(String typed) {
    return Api.contract().queryParam("q", typed).get("/api/v1/disclosures");
  }
}
