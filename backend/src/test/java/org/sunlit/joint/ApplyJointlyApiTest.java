package org.sunlit.joint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.joint.JointCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** One form for several departments. */
@QuarkusTest
class ApplyJointlyApiTest {
  @Inject JointCity city;
  @Inject Tables tables;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void aThemeIsPublishedWithWhatItBundles() {
    Api.contract()
        .get("/api/v1/joint-themes/" + JointCity.THEME)
        .then()
        .statusCode(200)
        .body("leadDepartment.code", is("jta"))
        .body("items.itemCode", is(List.of("JTA-LIC-01", "JTB-LIC-01", "JTC-LIC-01")))
        .body("items[1].requires", is(List.of("JTA-LIC-01")))
        .body("items[1].level", is("county"))
        // 场所证明 is asked for by two departments and given once.
        .body(
            "materials.find { it.name == '场所证明' }.usedBy.itemCode",
            is(List.of("JTA-LIC-01", "JTB-LIC-01")));
    Api.contract()
        .get("/api/v1/joint-themes")
        .then()
        .statusCode(200)
        .body("code", hasItem(JointCity.THEME));
    Api.contract().get("/api/v1/joint-themes/not-there").then().statusCode(404);
  }

  @Test
  void oneFormBeginsACaseOfEachDepartmentWithItsOwnFile() {
    Begun begun = JointCity.begin("yes");
    assertEquals(3, begun.cases().size());
    begun
        .track()
        .then()
        .statusCode(200)
        .body("phase", is("gathering"))
        .body("lanes.state", everyItem(is("submitted")))
        .body("lanes.deadline.limit.amount", everyItem(is(5)))
        .body("charge.totalFen", is(10000))
        .body("charge.lines.findAll { !it.counted }.itemCode", is(List.of("JTC-LIC-01")))
        .body("noticeDue", notNullValue());
    for (String account : List.of("jta", "jtb")) {
      String number = account.equals("jta") ? begun.lead() : begun.county();
      Response file = city.as(account + ".window").get("/api/v1/cases/" + number);
      file.then()
          .statusCode(200)
          .body("jointNumber", is(begun.number()))
          .body("materials", hasSize(1))
          .body("actions.action", not(hasItem("accept")))
          .body("actions.action", not(hasItem("request-correction")));
      String material = file.path("materials[0].id");
      city.as(account + ".window")
          .get("/api/v1/cases/" + number + "/materials/" + material + "/content")
          .then()
          .statusCode(200)
          .body(containsString("%PDF"));
    }
    // Each is an ordinary case, opened by the same code; the public sees that they belong together.
    begun.trackCase(begun.county()).then().statusCode(200).body("jointNumber", is(begun.number()));
    assertEquals(
        3,
        tables.count(
            "select count(*) from journal_public where joint_number = $1", begun.number()));
    begun.send("withdrawals", Map.of()).then().statusCode(200);
  }

  @Test
  void allBeginOrNone() {
    JointCity.begin("no");
    Map<String, Object> form = JointCity.form("yes");
    form.put("materials", List.of(JointCity.given(JointCity.LEAD_ITEM + "/M1")));
    long before = tables.count("select count(*) from case_file where 1 = $1", 1);
    long keys = tables.count("select count(*) from vault_key where subject like $1", "J%");
    assertTrue(keys > 0, "keys of joint applications are counted");
    JointCity.apply(form)
        .then()
        .statusCode(422)
        .body("errors.detail", hasItem(containsString("效果图")));
    form.put("regionCode", "990399000000");
    form.put("materials", JointCity.form("yes").get("materials"));
    JointCity.apply(form).then().statusCode(422).body("errors.pointer", hasItem("/regionCode"));
    form.remove("regionCode");
    form.put(
        "materials",
        List.of(
            JointCity.given(JointCity.LEAD_ITEM + "/M1"),
            Map.of(
                "key",
                JointCity.SIGN_ITEM + "/M1",
                "uploadId",
                "00000000-0000-4000-8000-000000000000")));
    // The last of them fails within the transaction, when the others have been written.
    JointCity.apply(form).then().statusCode(422);
    assertEquals(before, tables.count("select count(*) from case_file where 1 = $1", 1));
    assertEquals(keys, tables.count("select count(*) from vault_key where subject like $1", "J%"));
    form.put("answers", Map.of());
    JointCity.apply(form).then().statusCode(422).body("errors.pointer", hasItem("/answers/sign"));
  }

  @Test
  void theSameKeyTwiceGivesTheFirstReceipt() {
    Map<String, Object> form = JointCity.form("no");
    String key = Api.key();
    List<String> numbers = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      numbers.add(
          Api.contract()
              .header("Idempotency-Key", key)
              .body(form)
              .post("/api/v1/joint-applications")
              .then()
              .statusCode(201)
              .extract()
              .path("jointNumber"));
    }
    assertEquals(numbers.get(0), numbers.get(1));
  }

  @Test
  void theWholeOrAPartIsTakenBack() {
    Begun begun = JointCity.begin("yes");
    begun
        .send("withdrawals", Map.of("caseNumbers", List.of(begun.sign()), "reason", "不做招牌了"))
        .then()
        .statusCode(200)
        .body("lanes.state", is(List.of("submitted", "submitted", "withdrawn")));
    begun.send("withdrawals", Map.of("caseNumbers", List.of(begun.sign()))).then().statusCode(409);
    // What is left goes on without it.
    city.state("jta.window", begun, begun.lead()).then().statusCode(200);
    city.state("jtb.window", begun, begun.county())
        .then()
        .statusCode(200)
        .body("application.phase", is("inProgress"));
    begun.send("withdrawals", Map.of()).then().statusCode(200).body("phase", is("ended"));
    begun.send("withdrawals", Map.of()).then().statusCode(409);
  }

  @Test
  void aWrongCodeFindsNothing() {
    Begun begun = JointCity.begin("no");
    Api.contract()
        .body(Map.of("jointNumber", begun.number(), "trackingCode", "AAAAA-AAAAA"))
        .post("/api/v1/joint-tracking")
        .then()
        .statusCode(404);
    Api.contract()
        .body(Map.of("jointNumber", "nonsense", "trackingCode", begun.code()))
        .post("/api/v1/joint-tracking")
        .then()
        .statusCode(404);
  }
}
