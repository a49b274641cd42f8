package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.powerlist.ImportLists.assertNothingOf;
import static org.sunlit.powerlist.ImportLists.fresh;
import static org.sunlit.powerlist.ImportLists.list;
import static org.sunlit.powerlist.ImportLists.row;
import static org.sunlit.powerlist.Imports.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

@QuarkusTest
class ImportApiTest {
  @Test
  void takesAListWholeAndTheSameListAgainChangesNothing() {
    String prefix = fresh();
    JsonPath first = imports().csv(list(prefix));
    assertEquals("done", first.getString("status"));
    assertEquals(
        Map.of(
            "created",
            2,
            "changed",
            0,
            "unchanged",
            0,
            "departmentsCreated",
            1,
            "standardFlows",
            2),
        first.getMap("result"));
    assertEquals(Map.of("done", 2, "total", 2), first.getMap("progress"));
    assertEquals("name", first.getMap("mapping").get("事项名称"));

    JsonPath second = imports().csv(list(prefix));
    assertEquals(2, second.getInt("result.unchanged"));
    assertEquals(0, second.getInt("result.created") + second.getInt("result.changed"));

    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/" + prefix + "-2")
        .then()
        .statusCode(200)
        .body("name", equalTo("公厕查询（含母婴室,无障碍\n设施）"))
        .body("flow.origin", equalTo("standard"))
        .body("version", equalTo(1))
        .body("region.code", equalTo("980101000000"))
        .body("region.level", equalTo("county"));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items?q=" + prefix + "-1")
        .then()
        .body("total", equalTo(1))
        .body("items[0].department.name", equalTo(prefix + "城管局"));
  }

  @Test
  void makesNewVersionsOfChangedRowsFromTheDayAsked() {
    String prefix = fresh();
    imports().with("effectiveFrom", "2020-01-01").csv(list(prefix));
    JsonPath change =
        imports()
            .with("effectiveFrom", "2021-03-01")
            .csv(list(prefix).replace("户外广告设置审批", "户外广告与招牌设置审批"));
    assertEquals(1, change.getInt("result.changed"));
    assertEquals(1, change.getInt("result.unchanged"));

    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/" + prefix + "-1/versions")
        .then()
        .body("version", contains(2, 1))
        .body("[0].effectiveFrom", equalTo("2021-03-01"))
        .body("[0].changed", contains("name"))
        .body("[1].effectiveTo", equalTo("2021-02-28"));
    given()
        .get("/api/v1/power-items/" + prefix + "-1?on=2021-02-28")
        .then()
        .body("name", equalTo("户外广告设置审批"))
        .body("version", equalTo(1));
    given().get("/api/v1/power-items/" + prefix + "-1?on=2019-12-31").then().statusCode(404);
    given().get("/api/v1/power-items/" + prefix + "-1").then().body("name", equalTo("户外广告与招牌设置审批"));

    JsonPath backwards =
        imports().with("effectiveFrom", "2021-01-01").csv(list(prefix).replace("户外", "露天"));
    assertEquals("refused", backwards.getString("status"));
    assertEquals("第 2 版自 2021-03-01 起生效，不能从更早的日期起变更", backwards.getString("errors[0].detail"));
  }

  @Test
  void replacesAVersionOnTheVeryDayItBegan() {
    String prefix = fresh();
    imports().with("effectiveFrom", "2022-05-05").csv(list(prefix));
    JsonPath change =
        imports().with("effectiveFrom", "2022-05-05").csv(list(prefix).replace("户外", "露天"));
    assertEquals(1, change.getInt("result.changed"));
    given()
        .get("/api/v1/power-items/" + prefix + "-1?on=2022-05-05")
        .then()
        .body("name", equalTo("露天广告设置审批"))
        .body("version", equalTo(2));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/" + prefix + "-1/versions")
        .then()
        .body("[1].effectiveFrom", equalTo("2022-05-05"))
        .body("[1].effectiveTo", equalTo("2022-05-05"));
  }

  @Test
  void leavesAloneWhatTheFileHasNoColumnFor() {
    String prefix = fresh();
    imports()
        .csv(
            "部门,事项名称,事项编码,事项类型,区划代码,法定办结时限,承诺办结时限,申请材料,收费\n"
                + prefix
                + "局,水井审批,"
                + prefix
                + "-1,行政许可,980101,20,7个工作日,\"申请书；身份证\",不收费\n");
    JsonPath change =
        imports()
            .csv("部门,事项名称,事项编码,事项类型,区划代码\n" + prefix + "局,取水审批," + prefix + "-1,行政许可,980101\n");
    assertEquals(1, change.getInt("result.changed"));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/" + prefix + "-1")
        .then()
        .body("name", equalTo("取水审批"))
        .body("statutoryLimit.amount", equalTo(20))
        .body("promisedLimit.amount", equalTo(7))
        .body("materials.name", contains("申请书", "身份证"))
        .body("free", equalTo(true));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/" + prefix + "-1/versions")
        .then()
        .body("[0].changed", contains("name"));
  }

  @Test
  void triesAListDryAndTellsTheTruthWithoutWriting() {
    String prefix = fresh();
    JsonPath dry = imports().with("dryRun", true).csv(list(prefix));
    assertEquals("done", dry.getString("status"));
    assertEquals(2, dry.getInt("result.created"));
    assertEquals(1, dry.getInt("result.departmentsCreated"));
    assertNothingOf(prefix);
    assertEquals(dry.getMap("result"), imports().csv(list(prefix)).getMap("result"));
  }

  @Test
  void readsGb18030AndByteOrderMarks() {
    for (String charset : List.of("GB18030", "UTF-16")) {
      String prefix = fresh();
      JsonPath done = imports().csv(list(prefix), charset);
      assertEquals("done", done.getString("status"), charset);
      given().get("/api/v1/power-items/" + prefix + "-1").then().body("name", equalTo("户外广告设置审批"));
    }
    String prefix = fresh();
    assertEquals("done", imports().csv("\uFEFF" + list(prefix)).getString("status"));
  }

  @Test
  void readsXlsxByItsContentWhateverItIsCalled() throws IOException {
    String prefix = fresh();
    byte[] workbook =
        workbook(
            sheet -> {
              sheet.value(0, 0, prefix + "区权力清单");
              String[] headers = {"实施主体", "事项名称*", "事项编码", "事项类型", "行政区划代码", "生效日期", "备注"};
              for (int i = 0; i < headers.length; i++) {
                sheet.value(2, i, headers[i]);
              }
              sheet.value(3, 0, prefix + "局");
              sheet.value(3, 1, "排水许可");
              sheet.value(3, 2, prefix + "-1");
              sheet.value(3, 3, "行政许可");
              sheet.value(3, 4, 980102);
              sheet.value(3, 5, java.time.LocalDate.of(2024, 2, 29));
              sheet.style(3, 5).format("yyyy-mm-dd").set();
            });
    JsonPath done = imports().file("list.csv", workbook);
    assertEquals("done", done.getString("status"), () -> done.getList("errors").toString());
    assertEquals(List.of("备注"), done.getList("unknownColumns"));
    assertEquals("list.csv", done.getString("fileName"));
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/power-items/" + prefix + "-1")
        .then()
        .body("region.code", equalTo("980102000000"))
        .body("effectiveFrom", equalTo("2024-02-29"));
  }

  private interface Fill {
    void into(Worksheet sheet);
  }

  private static byte[] workbook(Fill fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Sunlit", "1.0")) {
      fill.into(workbook.newWorksheet("清单"));
    }
    return out.toByteArray();
  }

  @Test
  void takesSeveralCodesOfOneDepartmentForItsBranches() {
    String prefix = fresh();
    String file =
        list(prefix) + row(prefix, "3", "另一项", "行政许可").replace(prefix + "DEP", prefix + "BRANCH");
    assertEquals(1, imports().csv(file).getInt("result.departmentsCreated"));
    given()
        .get("/api/v1/power-items?department=" + prefix + "DEP")
        .then()
        .body("total", equalTo(3));
    assertEquals(3, imports().csv(file).getInt("result.unchanged"));
  }

  @Test
  void takesAMappingOfItsOwn() {
    String prefix = fresh();
    String file = "单位,干什么,号,种类,哪里\n%s局,打井审批,%s-1,行政许可,980101000000\n".formatted(prefix, prefix);
    String mapping =
        "{\"单位\":\"department\",\"干什么\":\"name\",\"号\":\"code\",\"种类\":\"category\",\"哪里\":\"region\"}";
    assertEquals("done", imports().with("mapping", mapping).csv(file).getString("status"));

    JsonPath missing = imports().with("mapping", mapping.replace("哪里", "那里")).csv(file);
    assertEquals("那里", missing.getString("errors[0].column"));
    assertEquals("指定的列在表头中不存在", missing.getString("errors[0].detail"));

    imports()
        .with("mapping", mapping.replace("region", "place"))
        .send("a.csv", file.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("mapping/哪里"));
    for (String broken : List.of("{", "[]", "\"name\"", "{\"a\":{}}")) {
      imports()
          .with("mapping", broken)
          .send("a.csv", file.getBytes(StandardCharsets.UTF_8))
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:sunlit:problem:invalid-request"));
    }
  }

  @Test
  void givesTheSameKeyTheSameImport() {
    String prefix = fresh();
    String key = UUID.randomUUID().toString();
    byte[] file = list(prefix).getBytes(StandardCharsets.UTF_8);
    Response first = imports().key(key).send("list.csv", file);
    Response again = imports().key(key).send("list.csv", file);
    assertEquals(first.jsonPath().getString("id"), again.jsonPath().getString("id"));
    assertEquals(first.getHeader("Location"), again.getHeader("Location"));
    assertEquals(
        "/api/v1/power-list/imports/" + first.jsonPath().getString("id"),
        first.getHeader("Location"));
    imports()
        .key(key)
        .send("list.csv", list(prefix + "x").getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:sunlit:problem:idempotency-key-reused"));
    assertEquals(2, imports().end(first.jsonPath().getString("id")).getInt("result.created"));
  }

  @Test
  void isForEditorsOfTheCatalogueOnly() {
    given().multiPart("file", "a.csv", new byte[1]).post(Imports.PATH).then().statusCode(401);
    given().get(Imports.PATH).then().statusCode(401);
    given()
        .auth()
        .oauth2(SignedIn.as(Role.WINDOW_CLERK))
        .multiPart("file", "a.csv", new byte[1])
        .post(Imports.PATH)
        .then()
        .statusCode(403);
    given().auth().oauth2(SignedIn.as(Role.ADMINISTRATOR)).get(Imports.PATH).then().statusCode(200);
  }

  @Test
  void listsTheLatestImportsAndKnowsNoOthers() {
    String id = imports().csv(list(fresh())).getString("id");
    assertTrue(
        Imports.editor()
            .filter(ContractFilter.both())
            .get(Imports.PATH)
            .jsonPath()
            .getList("id")
            .contains(id));
    Imports.editor()
        .filter(ContractFilter.both())
        .get(Imports.PATH + "/" + UUID.randomUUID())
        .then()
        .statusCode(404);
  }
}
