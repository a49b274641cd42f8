package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.powerlist.Imports.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** New versions of items that are refused, and whom they are refused to. */
@QuarkusTest
class RefuseVersionsApiTest extends EditingSteps {
  @Test
  void refusesAVersionThatIsNoLongerTheNewestAndOneNotSeen() {
    publish(cityEditor, code, 1, proposal(promising(5))).then().statusCode(201);
    publish(cityEditor, code, 1, proposal(promising(6))).then().statusCode(412);
    by(cityEditor)
        .body(proposal(promising(6)))
        .post(ITEMS + code + "/versions")
        .then()
        .statusCode(428);
  }

  @Test
  void refusesAnotherDepartmentsEditor() {
    Map<String, Object> others = content(code + "-PUB");
    by(departmentEditor).get(ITEMS + code + "-PUB").then().statusCode(403);
    by(departmentEditor)
        .body(proposal(others))
        .post(ITEMS + code + "-PUB/preview")
        .then()
        .statusCode(403);
    publish(departmentEditor, code + "-PUB", 1, proposal(others)).then().statusCode(403);

    Map<String, Object> given = content(code);
    given.put("departmentCode", "EPUB");
    publish(departmentEditor, code, 1, proposal(given)).then().statusCode(403);
    publish(departmentEditor, code, 1, proposal(promising(4))).then().statusCode(201);
  }

  @Test
  void takesADepartmentsImportOnlyOfItsOwnItems() {
    String list =
        """
        部门,部门编码,事项名称,事项编码,事项类型,区划代码
        编区市场监管局,EMAR,食品经营许可证核发（本部门）,%s,行政许可,980401
        编区公安局,EPUB,暂住登记（别的部门）,%s-PUB,行政许可,980401
        """
            .formatted(code, code);
    String id =
        given()
            .header("Authorization", "Bearer " + departmentEditor)
            .multiPart(
                "file",
                "list.csv",
                list.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "application/octet-stream")
            .post(Imports.PATH)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath end = imports().end(id);
    assertEquals("refused", end.getString("status"));
    assertEquals(List.of(3), end.getList("errors.row"));
    assertEquals(1, edition(code).getInt("version"));
  }

  @Test
  void refusesWhoeverKeepsNoPowerList() {
    String clerk = SignedIn.as(Role.WINDOW_CLERK);
    by(clerk).get(ITEMS + code).then().statusCode(403);
    given().filter(ContractFilter.both()).get(ITEMS + code).then().statusCode(401);
  }

  @Test
  void refusesWithTheMessagesOfAnImport() {
    Map<String, Object> content = promising(30);
    content.put("name", " ");
    content.put("departmentCode", "NOBODY");
    content.put("regionCode", "123");
    content.put("visits", 100);
    content.put(
        "materials", List.of(material("M1", "申请书"), material("M1", "营业执照"), material("M3", "")));
    Map<String, Object> proposal = proposal(content);
    proposal.put("effectiveFrom", LocalDate.now(clock).minusDays(1).toString());
    publish(cityEditor, code, 1, proposal)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/effectiveFrom",
                "/content/name",
                "/content/departmentCode",
                "/content/regionCode",
                "/content/visits",
                "/content/promisedLimit",
                "/content/materials/1/code",
                "/content/materials/2/name"))
        .body("errors.find { it.pointer == '/content/name' }.detail", equalTo("不能为空"));
  }

  private static Map<String, Object> material(String code, String name) {
    return Map.of(
        "code",
        code,
        "name",
        name,
        "form",
        "original",
        "count",
        1,
        "source",
        "applicant",
        "required",
        true,
        "deferrable",
        false);
  }

  @Test
  void refusesADayBeforeTheNewestVersionBegins() {
    Map<String, Object> later = proposal(promising(5));
    later.put("effectiveFrom", tomorrow.plusDays(9).toString());
    publish(cityEditor, code, 1, later).then().statusCode(201);
    publish(cityEditor, code, 2, proposal(promising(6)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveFrom"));
  }
}
