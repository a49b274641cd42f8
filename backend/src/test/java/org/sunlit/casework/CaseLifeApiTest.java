package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;

@QuarkusTest
class CaseLifeApiTest {
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

  private void done(String account, Begun begun, String action, Map<String, Object> command) {
    city.act(account, begun, action, command).then().statusCode(200);
  }

  @Test
  void followsACaseFromApplicationToClose() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    begun
        .track()
        .then()
        .statusCode(200)
        .body("caseNumber", matchesPattern("[0-9]{8}-[0-9]{6,10}-[0-9]"))
        .body("state", is("submitted"))
        .body("currentStepId", is("accept"))
        .body("applicantMasked", is("王**"))
        .body("deadline.limit.amount", is(5))
        .body("deadline.basis[0].article", startsWith("第三十二条"))
        .body("materials.find { it.code == 'M1' }.received", is(true))
        .body("flow.steps.id", hasItems("accept", "review", "approve", "close"))
        .body("possible", contains("withdraw"));

    done("tst.window", begun, "accept", Map.of());
    begun.track().then().body("deadline.limit.amount", is(15)).body("state", is("inProgress"));
    done("tst.reviewer", begun, "advance", Map.of());
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant"))
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("history.kind", contains("submitted", "accepted", "advanced", "decided"))
        .body("history[2].by", is("审核岗 李reviewer"))
        .body("actions.find { it.action == 'close' }.allowed", is(false))
        .body("actions.find { it.action == 'close' }.why", notNullValue());
    done("tst.window", begun, "close", Map.of());

    begun
        .track()
        .then()
        .body("state", is("granted"))
        .body("deadline.state", is("stopped"))
        .body("deadline.late", is(false))
        .body("steps", hasSize(5))
        .body("steps[2].handler", is("审核岗"))
        .body("history.by", everyItem(not(startsWith("李"))))
        .body("notices", hasSize(2))
        .body("notices[0].recipient", is("138****5678"))
        .body("possible", hasSize(0));
  }

  @Test
  void asksOnceForWhatIsMissingAndGoesOnWhenItIsThere() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    done("tst.window", begun, "request-correction", missing("M2", "缺少营业执照复印件"));
    begun
        .track()
        .then()
        .body("state", is("inCorrection"))
        .body("deadline", nullValue())
        .body("history[1].missing[0].what", is("缺少营业执照复印件"))
        .body("possible", containsInAnyOrder("supplement", "withdraw"));
    city.act("tst.window", begun, "accept", Map.of())
        .then()
        .statusCode(409)
        .body("possible", containsInAnyOrder("supplement", "mark-green", "withdraw"));

    Map<String, Object> supplement = begun.ticket();
    supplement.put("materials", List.of(Map.of("code", "M2", "uploadId", Api.upload())));
    supplement.put("message", "已补齐");
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(supplement)
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(200)
        .body("state", is("submitted"))
        .body("materials.received", everyItem(is(true)))
        .body("deadline.state", is("running"));
    done("tst.window", begun, "accept", Map.of());
  }

  @Test
  void tellsNothingASecondTimeThatTheFirstNoticeDidNotName() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    Map<String, Object> missing = missing("M2", "缺少营业执照复印件");
    done("tst.window", begun, "request-correction", missing);
    Map<String, Object> supplement = begun.ticket();
    supplement.put("materials", List.of(Map.of("code", "M2", "uploadId", Api.upload())));
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(supplement)
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(200);
    city.act("tst.window", begun, "request-correction", missing("M1", "申请书没有签名"))
        .then()
        .statusCode(422)
        .body("detail", containsString("一次告知"))
        .body("detail", containsString("不予受理"))
        .body("errors.pointer", contains("/missing/0/materialCode"))
        .body("errors[0].detail", containsString("M2"));
    done("tst.window", begun, "request-correction", missing("M2", "复印件不清晰"));
  }

  private static Map<String, Object> missing(String code, String what) {
    return Map.of("missing", List.of(Map.of("materialCode", code, "what", what)));
  }

  @Test
  void sendsACaseBackWithoutResettingItsClock() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    done("tst.window", begun, "accept", Map.of());
    String due = begun.track().path("deadline.dueDate");
    done("tst.reviewer", begun, "advance", Map.of());
    city.act("tst.approver", begun, "return", Map.of("reason", "请核对经营面积"))
        .then()
        .statusCode(200)
        .body("currentStepId", is("review"))
        .body("steps.findAll { it.stepId == 'review' }.visit", contains(1, 2));
    begun.track().then().body("deadline.dueDate", equalTo(due)).body("state", is("inProgress"));
  }

  @Test
  void pausesOnALawfulGroundAndResumes() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    done("tst.window", begun, "accept", Map.of());
    Map<String, Object> hearing = Map.of("ground", "hearing", "reason", "利害关系人申请听证");
    city.pause("tst.reviewer", "tst.approver", begun, hearing)
        .then()
        .statusCode(200)
        .body("state", is("paused"))
        .body("pause.ground", is("听证"))
        .body("pause.article", startsWith("中华人民共和国行政许可法第四十五条"))
        .body("deadline.state", is("paused"))
        .body("deadline.dueDate", nullValue())
        .body("actions.action", contains("resume", "mark-green"));
    done("tst.reviewer", begun, "resume", Map.of());
    begun.track().then().body("state", is("inProgress")).body("pause", nullValue());
  }

  @Test
  void aStepThatDoesNotCountStandsStillByItself() {
    Begun begun = CaseCity.begin(CaseCity.EXPERT);
    done("tst.window", begun, "accept", Map.of());
    done("tst.reviewer", begun, "advance", Map.of());
    begun
        .track()
        .then()
        .body("state", is("inProgress"))
        .body("currentStepId", is("panel"))
        .body("pause.article", is("行政许可法第四十五条"))
        .body("deadline.state", is("paused"))
        .body("notices.text", hasItem(containsString("暂停计时")));
    done("tst.expert", begun, "advance", Map.of());
    begun.track().then().body("deadline.state", is("running")).body("pause", nullValue());
  }

  @Test
  void refusesToAcceptWithAReason() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "refuse", Map.of())
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/reason"));
    done("tst.window", begun, "refuse", Map.of("reason", "依法不属于本机关职权范围"));
    begun.track().then().body("state", is("notAccepted")).body("deadline", nullValue());
  }

  @Test
  void refusesThePermitWithAReason() {
    Begun begun = CaseCity.begin(CaseCity.BARE);
    done("tst.window", begun, "accept", Map.of());
    done("tst.reviewer", begun, "advance", Map.of());
    done("tst.approver", begun, "decide", Map.of("decision", "refuse", "reason", "不符合条件"));
    begun
        .track()
        .then()
        .body("state", is("refused"))
        .body("history[-1].reason", is("不符合条件"))
        .body("deadline.limit.amount", is(20))
        .body("deadline.basis.article", hasItem("第四十二条第一款"));
  }

  @Test
  void isTakenBackByItsApplicantUntilItIsDecided() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(begun.ticket())
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(200)
        .body("state", is("withdrawn"));
    Api.contract()
        .body(begun.ticket())
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(409)
        .body("possible", nullValue());

    Begun decided = CaseCity.begin(CaseCity.LICENCE);
    done("tst.window", decided, "accept", Map.of());
    done("tst.reviewer", decided, "advance", Map.of());
    done("tst.approver", decided, "decide", Map.of("decision", "grant"));
    Api.contract()
        .body(decided.ticket())
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(409)
        .body("possible", contains("close"));
  }

  @Test
  void confirmsTheRiskOfAGradeAStepAndKeepsIt() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    done("tst.window", begun, "accept", Map.of());
    done("tst.reviewer", begun, "advance", Map.of());
    Map<String, Object> unconfirmed = Map.of("decision", "grant", "confirmedRisk", false);
    city.act("tst.approver", begun, "decide", unconfirmed)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", is("/confirmedRisk"));
  }

  @Test
  void aClockThatJumpsBackNeitherReordersNorShortens() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    done("tst.window", begun, "accept", Map.of());
    String due = begun.track().path("deadline.dueDate");
    clock.travelTo(Instant.now().minusSeconds(4 * 60));
    done("tst.reviewer", begun, "advance", Map.of());
    List<String> times = begun.track().path("history.at");
    List<String> sorted = times.stream().sorted().toList();
    org.junit.jupiter.api.Assertions.assertEquals(sorted, times);
    begun.track().then().body("deadline.dueDate", is(due));
  }

  @Test
  void letsATownshipHandleTheCasesOfItsOwnRegion() {
    Begun begun = CaseCity.begin(CaseCity.WELFARE);
    city.as("township.b").get("/api/v1/cases/" + begun.number()).then().statusCode(404);
    city.as("township.a")
        .get("/api/v1/cases")
        .then()
        .statusCode(200)
        .body("items.caseNumber", hasItem(begun.number()));
    done("township.a", begun, "accept", Map.of());
    done("township.a", begun, "advance", Map.of());
    city.act("township.a", begun, "advance", Map.of()).then().statusCode(403);
    done("tst.reviewer", begun, "advance", Map.of("outcome", "no-notice"));
    begun.track().then().body("currentStepId", is("approve"));
  }
}
