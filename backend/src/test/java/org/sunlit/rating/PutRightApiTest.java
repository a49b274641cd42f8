package org.sunlit.rating;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.EndedCaseCity.Ended;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

/** Having what was rated badly put right. */
@QuarkusTest
class PutRightApiTest extends RatingSteps {
  @Inject CalendarService calendar;
  @Inject Pool pool;

  @Test
  void aBadRatingIsPutRightAndConfirmed() {
    Ended ended = end();
    rate(ended, BAD)
        .then()
        .statusCode(201)
        .body("rating.rectification.state", equalTo("opened"))
        .body("rating.rectification.mayConfirm", equalTo(false));
    String id = rectification(ended);

    answer("tst.approver", id, 1, "已经整改").then().statusCode(404);
    LocalDate due =
        calendar.current().plusWorkingDays(LocalDate.ofInstant(clock.instant(), CityTime.ZONE), 10);
    assign(id, 1).then().statusCode(200).body("dueOn", equalTo(due.toString()));
    assign(id, 1).then().statusCode(412);
    assign(id, 2).then().statusCode(409);
    answer("oth.approver", id, 2, "不是我们的").then().statusCode(404);
    confirm(ended, true).then().statusCode(409);
    answer("tst.approver", id, 2, "已约谈并改进流程").then().statusCode(200);
    open(ended)
        .then()
        .body("rating.rectification.answer", equalTo("已约谈并改进流程"))
        .body("rating.rectification.mayConfirm", equalTo(true));
    confirm(ended, false)
        .then()
        .statusCode(200)
        .body("rating.rectification.state", equalTo("returned"));
    answer("tst.approver", id, 4, "又改了").then().statusCode(200);
    confirm(ended, false)
        .then()
        .statusCode(200)
        .body("rating.rectification.state", equalTo("withSupervisor"));
    assign(id, 6).then().statusCode(200).body("state", equalTo("assigned"));
    answer("tst.approver", id, 7, "彻底改了").then().statusCode(200);
    confirm(ended, true)
        .then()
        .statusCode(200)
        .body("rating.rectification.state", equalTo("mended"));
    close(id, 9).then().statusCode(409);
  }

  @Test
  void aCitizenWhoSaysNothingIsNotWaitedForForEver() {
    Ended ended = end();
    rate(ended, BAD).then().statusCode(201);
    String id = rectification(ended);
    assign(id, 1).then().statusCode(200);
    answer("tst.approver", id, 2, "已改").then().statusCode(200);
    close(id, 3).then().statusCode(409);

    pool.preparedQuery("update rectification set confirm_by = current_date - 2 where id = $1")
        .execute(Tuple.of(UUID.fromString(id)))
        .await()
        .atMost(PATIENCE);
    close(id, 3).then().statusCode(200).body("state", equalTo("closed"));
    open(ended).then().body("rating.rectification.closeReason", equalTo("逾期未确认"));
  }

  private Response assign(String id, int version) {
    return city.as(SUPERVISOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("problem", "窗口未一次性告知"))
        .post("/api/v1/rectifications/" + id + "/assignments");
  }

  private Response close(String id, int version) {
    return city.as(SUPERVISOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("why", "逾期未确认"))
        .post("/api/v1/rectifications/" + id + "/closings");
  }

  private Response answer(String account, String id, int version, String answer) {
    return city.as(account)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("answer", answer))
        .post("/api/v1/department-rectifications/" + id + "/answers");
  }

  private Response confirm(Ended ended, boolean mended) {
    return Api.contract()
        .body(Map.of("holder", ended.holder(), "mending", Map.of("mended", mended)))
        .post("/api/v1/ratings/confirmations");
  }

  private String rectification(Ended ended) {
    return text("select id::text from rectification where case_number = $1", ended);
  }
}
