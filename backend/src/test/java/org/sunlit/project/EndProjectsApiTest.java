package org.sunlit.project;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project ends: it is given up, or what it says goes with the personal data of its cases. */
@QuarkusTest
class EndProjectsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ProjectCity city;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void whatTheProjectSaysGoesWithThePersonalDataOfItsLastCase() {
    var project = ProjectCity.register();
    String land = project.begun("land", ProjectCity.LAND, ProjectCity.FILING);
    project.track().then().body("details.applicantName", is("测试实业有限公司"));
    for (String item : List.of(ProjectCity.LAND, ProjectCity.FILING)) {
      pool.preparedQuery(
              "update case_file set personal_data_deleted_at = submitted_at"
                  + " where joint_number = $1 and item_code = $2")
          .execute(Tuple.of(land, item))
          .await()
          .atMost(PATIENCE);
      boolean last = item.equals(ProjectCity.FILING);
      project
          .track()
          .then()
          .statusCode(200)
          .body("details", last ? nullValue() : notNullValue())
          .body("project.phases[0].state", is("running"));
    }
    project
        .begin("land", Map.of("materials", List.of(ProjectCity.given(ProjectCity.LAND))))
        .then()
        .statusCode(409)
        .body("detail", containsString("已经删除"));
  }

  @Test
  void aProjectIsGivenUpBeforeItsFirstPhaseAndThenItsApplicantIsDeleted() {
    var project = ProjectCity.register();
    Map<String, Object> givingUp = new HashMap<>(project.ticket());
    givingUp.put("why", "notPursued");
    Map<String, Object> wrong = new HashMap<>(givingUp);
    wrong.put("trackingCode", "AAAAA-AAAAA");
    giveUp(wrong, 404);
    giveUp(givingUp, 200)
        .then()
        .body("project.givenUpWhy", is("notPursued"))
        .body("details", nullValue())
        .body("project.phases.mayBegin", everyItem(is(false)));
    giveUp(givingUp, 409);
    project
        .begin("land", project.form("land", ProjectCity.LAND, ProjectCity.FILING))
        .then()
        .statusCode(409)
        .body("detail", containsString("已经放弃"));

    var other = ProjectCity.register();
    String joint = other.begun("land", ProjectCity.LAND, ProjectCity.FILING);
    Map<String, Object> tooLate = new HashMap<>(other.ticket());
    tooLate.put("why", "mistaken");
    giveUp(tooLate, 409).then().body("detail", containsString("不能再放弃"));
    // And a joint application leads back to its project.
    ProjectCity.api()
        .body(Map.of("jointNumber", joint, "trackingCode", other.trackingCode()))
        .post("/api/v1/joint-tracking")
        .then()
        .statusCode(200)
        .body("project.projectCode", is(other.code()));
  }

  private static Response giveUp(Map<String, Object> form, int status) {
    Response answer = ProjectCity.api().body(form).post("/api/v1/project-tracking/giving-up");
    answer.then().statusCode(status);
    return answer;
  }
}
