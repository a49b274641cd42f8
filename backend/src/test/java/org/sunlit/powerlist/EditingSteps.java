package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.powerlist.Imports.imports;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** What has to be done in every test of editing the power list. */
abstract class EditingSteps {
  static final String ITEMS = "/api/v1/power-list/items/";

  @Inject Clock clock;
  final String code = "EDIT-" + UUID.randomUUID().toString().substring(0, 8);
  String cityEditor;
  String departmentEditor;
  LocalDate tomorrow;

  @BeforeEach
  void publish() {
    JsonPath done =
        imports()
            .with("effectiveFrom", "2020-01-01")
            .csv(
                """
                部门,部门编码,事项名称,事项编码,事项类型,区划代码,法定时限,承诺时限,办件类型,服务对象,状态,收费,申请材料
                编区市场监管局,EMAR,食品经营许可证核发,%s,行政许可,980401,20,7,承诺件,法人,在用,不收费,申请书;营业执照
                编区公安局,EPUB,暂住登记,%s-PUB,公共服务,980401,20,10,承诺件,自然人,在用,是,
                """
                    .formatted(code, code));
    assertEquals("done", done.getString("status"), () -> done.getList("errors").toString());
    cityEditor = SignedIn.as(Role.CATALOGUE_EDITOR);
    departmentEditor =
        SignedIn.as(
            new StaffAccount(
                "editor.emar",
                "编辑",
                "An editor",
                null,
                "EMAR",
                null,
                null,
                Set.of(Role.CATALOGUE_EDITOR),
                Set.of()));
    tomorrow = LocalDate.now(clock).plusDays(1);
  }

  static RequestSpecification by(String token) {
    return given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .contentType("application/json");
  }

  JsonPath edition(String item) {
    return by(cityEditor).get(ITEMS + item).then().statusCode(200).extract().jsonPath();
  }

  Map<String, Object> content(String item) {
    return new LinkedHashMap<>(edition(item).getMap("content"));
  }

  Map<String, Object> proposal(Map<String, Object> content) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("effectiveFrom", tomorrow.toString());
    proposal.put("content", content);
    return proposal;
  }

  Map<String, Object> promising(int days) {
    Map<String, Object> content = content(code);
    content.put("promisedLimit", Map.of("amount", days, "unit", "workingDays"));
    return content;
  }

  Response publish(String token, String item, int seen, Object proposal) {
    return by(token)
        .header("If-Match", "\"" + seen + "\"")
        .body(proposal)
        .post(ITEMS + item + "/versions");
  }
}
