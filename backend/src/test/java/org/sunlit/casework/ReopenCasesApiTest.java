package org.sunlit.casework;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;

/** Cases taken up again by a decision of review. */
@QuarkusTest
class ReopenCasesApiTest extends LifecycleSteps {
  private static final String REFUSED = "不符合法定条件";

  private Begun refused() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.approver", begun, "decide", Map.of("decision", "refuse", "reason", REFUSED))
        .then()
        .statusCode(200)
        .body("state", is("refused"));
    return begun;
  }

  @Test
  void takesARefusedCaseUpAgainByADecisionOfReview() {
    Begun begun = refused();
    city.act("tst.window", begun, "reopen", review("withdrawn", Map.of()))
        .then()
        .statusCode(403)
        .body("detail", containsString("审批岗"));
    city.act("tst.approver", begun, "reopen", Map.of("reason", "复议")).then().statusCode(422);
    city.act(
            "tst.approver", begun, "reopen", review("withdrawn", Map.of("clockFrom", "2020-01-01")))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/review/clockFrom"));
    String request =
        ask(
            "tst.approver",
            begun,
            "reopen",
            review("withdrawn", Map.of("limit", Map.of("amount", 30, "unit", "calendarDays"))));
    read("tst.approver", begun).then().body("state", is("refused"));
    city.decide("tst.approver", request, "confirm", Map.of()).then().statusCode(403);
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.approver", begun)
        .then()
        .body("state", is("inProgress"))
        .body("currentStepId", is("review"))
        .body("deadline.limit.amount", is(30))
        .body("deadline.limit.unit", is("calendarDays"))
        .body("history[-1].kind", is("reopened"))
        .body("history[-1].confirmedBy", notNullValue())
        .body("history[-1].review.documentNumber", is("晴政复决〔2026〕12号"))
        .body("history.kind", hasItem("decided"));
    begun
        .track()
        .then()
        .body("state", is("inProgress"))
        .body("history[-1].review.former", is("withdrawn"))
        .body("notices.text", hasItem(containsString("晴政复决")));
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
    city.act("tst.window", begun, "close", Map.of())
        .then()
        .statusCode(200)
        .body("state", is("granted"));
    assertEquals(
        List.of("receipt", "acceptance", "refusal", "delivery", "reopening", "grant", "delivery"),
        documents(begun));
    List<Map<String, Object>> items =
        city.as("tst.approver").get("/api/v1/cases/" + begun.number() + "/documents").path("items");
    String reopening = numberOf(items, "reopening");
    items.stream()
        .filter(each -> each.get("kind").equals("refusal"))
        .forEach(each -> assertEquals(reopening, each.get("withdrawnBy")));
    items.stream()
        .filter(each -> each.get("kind").equals("grant"))
        .forEach(each -> assertEquals(null, each.get("withdrawnBy")));
    Map<String, Object> refusal =
        items.stream().filter(each -> each.get("kind").equals("refusal")).findFirst().orElseThrow();
    Api.contract()
        .body(Map.of("number", refusal.get("number"), "checkCode", refusal.get("checkCode")))
        .post("/api/v1/documents/verification")
        .then()
        .statusCode(200)
        .body("genuine", is(true))
        .body("withdrawnBy", is(reopening));
  }

  private static String numberOf(List<Map<String, Object>> documents, String kind) {
    return documents.stream()
        .filter(each -> each.get("kind").equals(kind))
        .map(each -> (String) each.get("number"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesACaseThatWasNotAcceptedUpAgainAtTheWindowAndKeepsItsDocumentWhereItIsKept() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "refuse", Map.of("reason", "不属于职权范围")).then().statusCode(200);
    Map<String, Object> command = review("kept", Map.of("kind", "judgment"));
    command.put("toStep", "accept");
    String request = ask("tst.window", begun, "reopen", command);
    city.decide("tst.reviewer", request, "confirm", Map.of()).then().statusCode(200);
    read("tst.window", begun)
        .then()
        .body("state", is("submitted"))
        .body("currentStepId", is("accept"))
        .body("deadline.limit.amount", is(5));
    List<Map<String, Object>> items =
        city.as("tst.window").get("/api/v1/cases/" + begun.number() + "/documents").path("items");
    assertTrue(items.stream().anyMatch(each -> each.get("kind").equals("nonAcceptance")));
    assertTrue(items.stream().allMatch(each -> each.get("withdrawnBy") == null));
  }
}
