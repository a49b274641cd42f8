package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** New versions of items: compared, drafted, published, recorded. */
@QuarkusTest
class PublishVersionsApiTest extends EditingSteps {
  @Test
  void beginsANewVersionTomorrowAndLeavesTheOldOneAsItIs() {
    publish(cityEditor, code, 1, proposal(promising(5)))
        .then()
        .statusCode(201)
        .header("ETag", "\"2\"")
        .body("version", equalTo(2), "effectiveFrom", equalTo(tomorrow.toString()));

    given()
        .get("/api/v1/power-items/" + code)
        .then()
        .body("version", equalTo(1), "promisedLimit.amount", equalTo(7));
    given()
        .get("/api/v1/power-items/" + code + "?on=" + tomorrow)
        .then()
        .body("version", equalTo(2), "promisedLimit.amount", equalTo(5));
  }

  @Test
  void showsBeforeAndAfterFieldByField() {
    Map<String, Object> content = promising(5);
    content.put("conditions", List.of("有经营场所"));
    by(cityEditor)
        .body(proposal(content))
        .post(ITEMS + code + "/preview")
        .then()
        .statusCode(200)
        .body("baseVersion", equalTo(1))
        .body("lastDayBefore", equalTo(tomorrow.minusDays(1).toString()))
        .body("changes.field", contains("promisedLimit", "conditions", "flow"))
        .body("changes[0].before.amount", equalTo(7))
        .body("changes[0].after.amount", equalTo(5))
        .body("changes[1].after", contains("有经营场所"))
        .body("runningCases.total", equalTo(0));
    assertEquals(1, edition(code).getInt("version"), "a preview stores nothing");
  }

  @Test
  void publishesANewItem() {
    Map<String, Object> content = content(code);
    content.put("name", "食品生产许可");
    publish(cityEditor, code + "-NEW", 0, proposal(content))
        .then()
        .statusCode(201)
        .body("version", equalTo(1));
  }

  @Test
  void publishesNothingWhenNothingChanges() {
    publish(cityEditor, code, 1, proposal(content(code))).then().statusCode(409);
  }

  @Test
  void keepsADraftForItsEditorAloneUntilItIsPublished() {
    Object form = Map.of("baseVersion", 1, "form", Map.of("content", Map.of("name", "半成品")));
    by(cityEditor).body(form).put(ITEMS + code + "/drafts/item").then().statusCode(204);
    by(cityEditor)
        .get(ITEMS + code)
        .then()
        .body("itemDraft.form.content.name", equalTo("半成品"), "flowDraft", nullValue());
    by(departmentEditor).get(ITEMS + code).then().statusCode(200).body("itemDraft", nullValue());
    by(cityEditor)
        .get("/api/v1/power-list/drafts")
        .then()
        .statusCode(200)
        .body("code", hasItem(code));

    publish(cityEditor, code, 1, proposal(promising(5))).then().statusCode(201);
    by(cityEditor).get(ITEMS + code).then().statusCode(200).body("itemDraft", nullValue());

    by(cityEditor).body(form).put(ITEMS + code + "/drafts/flow").then().statusCode(204);
    by(cityEditor).delete(ITEMS + code + "/drafts/flow").then().statusCode(204);
    by(cityEditor).get(ITEMS + code).then().statusCode(200).body("flowDraft", nullValue());
  }

  @Test
  void recordsWhoChangedWhatAndShowsItToThoseWhoCouldHave() {
    publish(cityEditor, code, 1, proposal(promising(5))).then().statusCode(201);
    publish(cityEditor, code + "-PUB", 1, proposal(renamed(code + "-PUB"))).then().statusCode(201);
    changes(cityEditor, "?subject=" + code)
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("item"))
        .body("items[0].actor", equalTo("test.catalogueeditor"))
        .body("items[0].action", equalTo("itemPublished"))
        .body("items[0].fields.field", contains("version", "promisedLimit", "flow"))
        .body("items[0].fields[1].before.amount", equalTo(7))
        .body("items[0].fields[1].after.amount", equalTo(5))
        .body("items[0].effectiveFrom", equalTo(tomorrow.toString()));
    changes(departmentEditor, "?limit=100")
        .body("items.subject", hasItem(code))
        .body("items.subject", not(hasItem(code + "-PUB")));
    changes(SignedIn.as(Role.WINDOW_CLERK), "").body("items", hasSize(0));
    changes(cityEditor, "?kind=item&limit=1").body("items.kind", everyItem(equalTo("item")));
    String next = changes(cityEditor, "?limit=1").extract().jsonPath().getString("nextCursor");
    changes(cityEditor, "?limit=1&cursor=" + next).body("items", hasSize(1));
    given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + cityEditor)
        .get("/api/v1/administration/changes?cursor=x")
        .then()
        .statusCode(400);
  }

  private Map<String, Object> renamed(String item) {
    Map<String, Object> content = content(item);
    content.put("name", "暂住登记（新）");
    return content;
  }

  private ValidatableResponse changes(String token, String query) {
    return given()
        .filter(ContractFilter.both())
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/administration/changes" + query)
        .then()
        .statusCode(200);
  }
}
