package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.powerlist.Imports.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SharedData;

@QuarkusTest
class PowerItemsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String REGION = "980201000000";

  @Inject PowerList powerList;
  @Inject FlowDocuments flowDocuments;
  @Inject Pool pool;
  @Inject Clock clock;

  @BeforeEach
  void publish() {
    JsonPath done =
        imports()
            .with("effectiveFrom", "2020-01-01")
            .csv(
                """
                部门,部门编码,事项名称,事项编码,事项类型,区划代码,法定时限,承诺时限,办件类型,服务对象,状态,收费,设定依据
                试区市场监管局,SMAR,食品经营许可证核发,SRCH-MAR-1,行政许可,980201,20,7,承诺件,法人,在用,不收费,《中华人民共和国食品安全法》第三十五条
                试区市场监管局,SMAR,食品生产许可,SRCH-MAR-2,行政许可,980201,20,10,承诺件,法人,在用,是,
                试区公安局,SPUB,居民身份证挂失申报,SRCH-PUB-1,公共服务,980201001,,,即办件,自然人,在用,,
                试区公安局,SPUB,暂住证办理,SRCH-PUB-2,公共服务,980201,,,即办件,自然人,取消,,
                """);
    assertEquals("done", done.getString("status"), () -> done.getList("errors").toString());
  }

  private static io.restassured.response.ValidatableResponse search(String query) {
    return given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items?region=" + REGION + query)
        .then()
        .statusCode(200);
  }

  @Test
  void findsByInitialsNameAndWithATypo() {
    search("&q=spjy").body("items[0].code", equalTo("SRCH-MAR-1")).body("total", equalTo(1));
    search("&q=食品经菅许可").body("items.code", contains("SRCH-MAR-1"));
    search("&q=食品").body("items.code", contains("SRCH-MAR-2", "SRCH-MAR-1"));
    search("&q=公安").body("items.code", contains("SRCH-PUB-1"));
  }

  @Test
  void narrowsAndListsOnlyWhatIsInForceUnlessAsked() {
    search("").body("items.code", contains("SRCH-MAR-1", "SRCH-MAR-2", "SRCH-PUB-1"));
    search("&status=cancelled").body("items.code", contains("SRCH-PUB-2"));
    search("&department=SPUB").body("total", equalTo(1));
    search("&category=licence&handling=promised&serviceFor=organisation").body("total", equalTo(2));
    search("&handling=instant").body("items.code", contains("SRCH-PUB-1"));
    given()
        .get("/api/v1/power-items?region=980201001000")
        .then()
        .body("items.code", contains("SRCH-PUB-1"));
  }

  @Test
  void pagesByCursor() {
    List<String> codes = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = search("&limit=1&cursor=" + cursor).extract().jsonPath();
      assertEquals(3, page.getInt("total"));
      codes.addAll(page.getList("items.code"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertEquals(List.of("SRCH-MAR-1", "SRCH-MAR-2", "SRCH-PUB-1"), codes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cursor=nonsense",
        "category=unknown",
        "limit=0",
        "limit=101",
        "limit=x",
        "region=98",
        "status=gone"
      })
  void refusesWhatTheContractForbids(String query) {
    given()
        .filter(ContractFilter.answers())
        .get("/api/v1/power-items?" + query)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:sunlit:problem:invalid-request"))
        .body("errors[0].pointer", equalTo(query.replaceAll("=.*", "")));
  }

  @Test
  void showsAnItemAndSparesThoseWhoHaveIt() {
    String tag =
        given()
            .filter(ContractFilter.both())
            .get("/api/v1/power-items/SRCH-MAR-1")
            .then()
            .statusCode(200)
            .body("department.code", equalTo("SMAR"))
            .body("statutoryLimit.amount", equalTo(20))
            .body("promisedLimit.unit", equalTo("workingDays"))
            .body("legalBases[0].article", equalTo("第三十五条"))
            .body("free", equalTo(true))
            .body("level", equalTo("county"))
            .body("effectiveTo", nullValue())
            .extract()
            .header("ETag");
    given()
        .filter(ContractFilter.answers())
        .header("If-None-Match", tag)
        .get("/api/v1/power-items/SRCH-MAR-1")
        .then()
        .statusCode(304)
        .header("ETag", tag);
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/SRCH-PUB-1")
        .then()
        .body("free", nullValue())
        .body("fees", hasSize(0));
    for (String unknown : List.of("SRCH-NONE", "%20", "'; drop table power_item")) {
      given()
          .filter(ContractFilter.answers())
          .get("/api/v1/power-items/{code}", unknown)
          .then()
          .statusCode(404);
    }
    given()
        .filter(ContractFilter.answers())
        .get("/api/v1/power-items/SRCH-MAR-1?on=2026-02-30")
        .then()
        .statusCode(400);
  }

  @Test
  void drawsTheFlowFittedToThePromise() {
    JsonPath flow =
        given()
            .filter(ContractFilter.both())
            .get("/api/v1/power-items/SRCH-MAR-1/flow")
            .then()
            .statusCode(200)
            .header("ETag", notNullValue())
            .body("origin", equalTo("standard"))
            .body("diagram.readingOrder", notNullValue())
            .extract()
            .jsonPath();
    List<Integer> limits = flow.getList("steps.findAll { it.limit }.limit.amount");
    assertFalse(limits.isEmpty());
    assertTrue(limits.stream().mapToInt(Integer::intValue).max().orElse(0) <= 7);
    assertEquals(flow.getList("steps").size(), flow.getList("diagram.nodes").size());
    String tag = given().get("/api/v1/power-items/SRCH-MAR-1/flow").header("ETag");
    given()
        .filter(ContractFilter.answers())
        .header("If-None-Match", tag)
        .get("/api/v1/power-items/SRCH-MAR-1/flow")
        .then()
        .statusCode(304);
  }

  @Test
  void deliversThePictureAndTheModel() {
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/SRCH-MAR-1/flow.svg?lang=en")
        .then()
        .statusCode(200)
        .contentType(startsWith("image/svg+xml"))
        .body(containsString("Promised 7 working days"));
    given().get("/api/v1/power-items/SRCH-MAR-1/flow.svg").then().body(containsString("食品经营许可证核发"));
    given()
        .filter(ContractFilter.answers())
        .get("/api/v1/power-items/SRCH-MAR-1/flow.svg?lang=fr")
        .then()
        .statusCode(400);
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/SRCH-MAR-1/flow.bpmn")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/bpmn+xml"))
        .body(containsString("BPMNDiagram"));
    given().get("/api/v1/power-items/SRCH-NONE/flow.svg").then().statusCode(404);
    given().get("/api/v1/power-items/SRCH-NONE/versions").then().statusCode(404);
  }

  @Test
  void countsDepartmentsAndPutsParentsBeforeChildren() {
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/departments")
        .then()
        .statusCode(200)
        .body("find { it.code == 'SPUB' }.itemCount", equalTo(1))
        .body("find { it.code == 'SMAR' }.itemCount", equalTo(2));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/regions?parent=" + REGION)
        .then()
        .statusCode(200)
        .body("code", contains("980201001000"));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/regions")
        .then()
        .body("code", hasItem(REGION));
  }

  @Test
  void tellsOtherRoomsWhatIsInForce() {
    LocalDate today = LocalDate.now(clock);
    ItemInForce item =
        powerList.inForce("SRCH-MAR-1", today).await().atMost(PATIENCE).orElseThrow();
    assertEquals("食品经营许可证核发", item.name());
    assertEquals(7, item.promisedLimit().amount());
    assertEquals(FlowOrigin.STANDARD, item.flowOrigin());
    assertEquals(item, powerList.version(item.versionId()).await().atMost(PATIENCE));
    assertTrue(flowDocuments.json(item.flowId()).await().atMost(PATIENCE).startsWith("{"));
    assertTrue(powerList.inForce("SRCH-PUB-2", today).await().atMost(PATIENCE).isEmpty());
    assertTrue(powerList.onDate("SRCH-PUB-2", today).await().atMost(PATIENCE).isPresent());
    assertTrue(
        powerList
            .inForce("SRCH-MAR-1", LocalDate.of(2019, 12, 31))
            .await()
            .atMost(PATIENCE)
            .isEmpty());
    assertThrows(
        NoSuchElementException.class,
        () -> powerList.version(UUID.randomUUID()).await().atMost(PATIENCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update power_item_version set name = 'x' where item_id = (select id from power_item where code = $1)",
        "delete from power_item_version where item_id = (select id from power_item where code = $1)",
        "update power_item set code = 'x' where code = $1",
        "delete from flow_definition where id in (select flow_id from power_item_version v join power_item i on i.id = v.item_id where i.code = $1)",
        """
        insert into power_item_version (id, item_id, number, effective_from, content_hash, name, category,
          department_code, region_code, status, handling, detail, flow_id)
        select gen_random_uuid(), item_id, 99, '2020-06-01', content_hash, name, category, department_code,
          region_code, status, handling, detail, flow_id
        from power_item_version where item_id = (select id from power_item where code = $1)
        """
      })
  void keepsPublishedVersionsWhateverTheStatement(String statement) {
    assertThrows(
        RuntimeException.class,
        () ->
            pool.preparedQuery(statement).execute(Tuple.of("SRCH-MAR-1")).await().atMost(PATIENCE));
  }

  @Test
  void takesTheRealListTwiceWithinFiveSeconds() {
    byte[] list = SharedData.file("guangan-service-items.csv");
    long start = System.nanoTime();
    JsonPath first = imports().with("regionName", "广安区").file("guangan.csv", list);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals("done", first.getString("status"), () -> first.getList("errors").toString());
    assertEquals(1135, first.getInt("result.created"));
    assertEquals(34, first.getInt("result.departmentsCreated"));
    assertEquals(1135, first.getInt("result.standardFlows"));
    System.out.printf("import of the real list: %.2f s%n", seconds);

    JsonPath second = imports().file("guangan.csv", list);
    assertEquals(1135, second.getInt("result.unchanged"));

    String changed =
        new String(list, java.nio.charset.StandardCharsets.UTF_8).replace("教师资格认定", "教师资格认定（含补换证）");
    JsonPath third = imports().csv(changed);
    assertTrue(third.getInt("result.changed") >= 1);
    assertEquals(1135, third.getInt("result.changed") + third.getInt("result.unchanged"));
    assertEquals(0, third.getInt("result.created"));
    given()
        .get("/api/v1/power-items?region=511602000000&q=spjy")
        .then()
        .body("items[0].name", startsWith("食品"));
    given()
        .get("/api/v1/regions")
        .then()
        .body("find { it.code == '511602000000' }.name", equalTo("广安区"));
  }
}
