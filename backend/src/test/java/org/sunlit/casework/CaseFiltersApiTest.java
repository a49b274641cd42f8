package org.sunlit.casework;

import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseFiltersApiTest {
  private static final String PATH = "/api/v1/case-filters";

  @Inject CaseCity city;

  @BeforeEach
  void found() {
    city.found();
    for (String account : List.of("tst.window", "tst.reviewer")) {
      List<String> ids = city.as(account).get(PATH).path("id");
      ids.forEach(id -> city.as(account).delete(PATH + "/" + id).then().statusCode(204));
    }
  }

  private Response keep(String account, Map<String, String> filter) {
    return city.as(account).contentType(ContentType.JSON).body(filter).post(PATH);
  }

  @Test
  void keepsAFilterAndCountsWhatItFindsNow() {
    CaseCity.begin(CaseCity.BARE);
    keep("tst.window", Map.of("name", "新提交", "scope", "mine", "state", "submitted"))
        .then()
        .statusCode(201)
        .body("name", is("新提交"))
        .body("found", greaterThanOrEqualTo(1));
    int before = city.as("tst.window").get(PATH).path("[0].found");
    CaseCity.begin(CaseCity.BARE);
    city.as("tst.window").get(PATH).then().body("[0].found", is(before + 1));
    int listed = city.as("tst.window").get("/api/v1/cases?state=submitted&limit=1").path("total");
    city.as("tst.window").get(PATH).then().body("[0].found", is(listed));
  }

  @Test
  void countsOnlyWhatItsOwnerMaySee() {
    CaseCity.begin(CaseCity.BARE);
    keep("oth.window", Map.of("name", "全部", "scope", "department", "q", CaseCity.BARE))
        .then()
        .statusCode(201)
        .body("found", is(0));
  }

  @Test
  void aNameThatIsThereMeansTheNewOneFromThenOn() {
    keep("tst.window", Map.of("name", "急件", "scope", "mine", "due", "today"));
    keep("tst.window", Map.of("name", "急件", "scope", "mine", "due", "late")).then().statusCode(201);
    city.as("tst.window").get(PATH).then().body("size()", is(1)).body("[0].due", is("late"));
  }

  @Test
  void nobodySeesOrForgetsAnothersFilter() {
    String id = keep("tst.window", Map.of("name", "我的", "scope", "mine")).path("id");
    city.as("tst.reviewer").get(PATH).then().statusCode(200).body("id", not(hasItem(id)));
    city.as("tst.reviewer").delete(PATH + "/" + id).then().statusCode(404);
    city.as("tst.window").get(PATH).then().body("id", hasItem(id));
    city.as("tst.window").delete(PATH + "/" + id).then().statusCode(204);
    city.as("tst.window").delete(PATH + "/" + id).then().statusCode(404);
  }

  @Test
  void keepsNoMoreThanFitBesideEachOther() {
    for (int number = 1; number <= CaseFilters.MOST; number++) {
      keep("tst.reviewer", Map.of("name", "筛选" + number, "scope", "mine")).then().statusCode(201);
    }
    keep("tst.reviewer", Map.of("name", "多了", "scope", "mine"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/name"));
    city.as("tst.reviewer").get(PATH).then().body("size()", is(CaseFilters.MOST));
  }
}
