package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

/** Power lists for the tests of imports. */
final class ImportLists {

  static final String HEADER = "部门,事项名称,事项编码,事项类型,部门编码,区划代码\r\n";

  private ImportLists() {}

  /** A list of two items with codes of its own, so that tests don't meet each other's. */
  static String list(String prefix) {
    return HEADER
        + row(prefix, "1", "户外广告设置审批", "行政许可")
        + row(prefix, "2", "\"公厕查询（含母婴室,无障碍\n设施）\"", "公共服务");
  }

  static String row(String prefix, String number, String name, String category) {
    return String.join(
            ",",
            prefix + "城管局",
            name,
            prefix + "-" + number,
            category,
            prefix + "DEP",
            "980101000000")
        + "\r\n";
  }

  static String fresh() {
    return "T" + UUID.randomUUID().toString().substring(0, 8);
  }

  static void assertNothingOf(String prefix) {
    given().get("/api/v1/power-items/" + prefix + "-1").then().statusCode(404);
    assertTrue(
        given().get("/api/v1/departments").jsonPath().getList("code").stream()
            .noneMatch(code -> code.equals(prefix + "DEP")));
  }
}
