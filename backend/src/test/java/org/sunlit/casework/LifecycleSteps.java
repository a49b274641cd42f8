package org.sunlit.casework;

import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;

/** What has to be done in every test of rare turns in the life of a case. */
abstract class LifecycleSteps {
  @Inject CaseCity city;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  Response read(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number());
  }

  String ask(String account, Begun begun, String action, Map<String, Object> command) {
    return city.act(account, begun, action, command)
        .then()
        .statusCode(200)
        .body("pendingConfirmation.kind", is(action))
        .extract()
        .path("pendingConfirmation.id");
  }

  Map<String, Object> review(String former, Map<String, Object> more) {
    String today = clock.instant().atZone(CityTime.ZONE).toLocalDate().toString();
    Map<String, Object> review =
        new HashMap<>(
            Map.of(
                "kind",
                "reconsideration",
                "authority",
                "晴川市人民政府",
                "documentNumber",
                "晴政复决〔2026〕12号",
                "decidedOn",
                today,
                "former",
                former,
                "clockFrom",
                today));
    review.putAll(more);
    return new HashMap<>(Map.of("reason", "撤销原决定，责令重新作出", "toStep", "review", "review", review));
  }

  List<String> documents(Begun begun) {
    return city.as("tst.window")
        .get("/api/v1/cases/" + begun.number() + "/documents")
        .path("items.kind");
  }
}
