package org.sunlit.joint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.joint.JointCity.Begun;
import org.sunlit.platform.CityTime;

@QuarkusTest
class JointApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject JointCity city;
  @Inject Pool pool;
  @Inject Clock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  private long count(String sql, Object... args) {
    return pool.preparedQuery(sql)
        .execute(Tuple.from(List.of(args)))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void aThemeIsPublishedWithWhatItBundles() {
    JointCity.api()
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
    JointCity.api()
        .get("/api/v1/joint-themes")
        .then()
        .statusCode(200)
        .body("code", hasItem(JointCity.THEME));
    JointCity.api().get("/api/v1/joint-themes/not-there").then().statusCode(404);
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
          .body("actions.action", not(hasItem("requestCorrection")));
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
        3, count("select count(*) from journal_public where joint_number = $1", begun.number()));
    begun.send("withdrawals", Map.of()).then().statusCode(200);
  }

  @Test
  void allBeginOrNone() {
    Map<String, Object> form = JointCity.form("yes");
    form.put("materials", List.of(JointCity.given(JointCity.LEAD_ITEM + "/M1")));
    long before = count("select count(*) from case_file where 1 = $1", 1);
    long keys = count("select count(*) from vault_key where subject like $1", "J%");
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
    assertEquals(before, count("select count(*) from case_file where 1 = $1", 1));
    assertEquals(keys, count("select count(*) from vault_key where subject like $1", "J%"));
    form.put("answers", Map.of());
    JointCity.apply(form).then().statusCode(422).body("errors.pointer", hasItem("/answers/sign"));
  }

  @Test
  void theSameKeyTwiceGivesTheFirstReceipt() {
    Map<String, Object> form = JointCity.form("no");
    String key = JointCity.key();
    List<String> numbers = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      numbers.add(
          JointCity.api()
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
  void whenNothingIsMissingAllAreAcceptedTogether() {
    Begun begun = JointCity.begin("no");
    city.act("jta.window", begun.lead(), "accept", Map.of()).then().statusCode(409);
    city.act(
            "jta.window",
            begun.lead(),
            "request-correction",
            Map.of("missing", List.of(Map.of("what", "缺页"))))
        .then()
        .statusCode(409)
        .body("detail", containsString(begun.number()));
    city.state("jta.window", begun, begun.lead())
        .then()
        .statusCode(200)
        .body("application.phase", is("gathering"))
        .body("statements.stated", is(List.of(true, false)));
    city.state("jta.window", begun, begun.lead()).then().statusCode(409);
    city.state("jtb.window", begun, begun.county())
        .then()
        .statusCode(200)
        .body("application.phase", is("inProgress"))
        .body("application.dueAt", notNullValue())
        .body("application.lanes.state", everyItem(is("inProgress")));
    // Each on its own limit; the whole is due with the last.
    Response tracked = begun.track();
    tracked.then().body("lanes.deadline.limit.amount", is(List.of(10, 15)));
    assertEquals((String) tracked.path("lanes[1].dueAt"), tracked.path("dueAt"));
    // One message for the whole, none for the parts.
    assertEquals(1, count("select count(*) from notice where subject_id = $1", begun.number()));
    assertEquals(0, count("select count(*) from notice where subject_id = $1", begun.lead()));
  }

  @Test
  void whatIsMissingIsToldOnceForAllDepartments() {
    Begun begun = JointCity.begin("yes");
    city.command("jta.window", begun, "notice", null).then().statusCode(409);
    city.state("jta.window", begun, begun.lead(), "场所证明缺页").then().statusCode(200);
    city.state("jtb.window", begun, begun.county(), "场所证明未盖章").then().statusCode(200);
    city.command("jta.window", begun, "notice", null).then().statusCode(409);
    city.state("jtc.window", begun, begun.sign()).then().statusCode(200);
    city.command("jtb.window", begun, "notice", null).then().statusCode(403);
    city.command("jta.window", begun, "notice", null)
        .then()
        .statusCode(200)
        .body("application.phase", is("inCorrection"))
        .body("application.notice.lacks", is(2));
    city.command("jta.window", begun, "notice", null).then().statusCode(409);
    assertEquals(1, count("select count(*) from notice where subject_id = $1", begun.number()));
    assertEquals(
        0,
        count(
            "select count(*) from notice n join case_file c on c.case_number = n.subject_id"
                + " where c.joint_number = $1",
            begun.number()));
    begun
        .track()
        .then()
        .body("lanes.state", everyItem(is("inCorrection")))
        .body("lanes[0].lacks.what", is(List.of("场所证明缺页")))
        .body("lanes[2].lacks", empty())
        // Both departments ask for the same thing: it is handed in once.
        .body("lanes[0].lacks[0].materialKey", is("JTA-LIC-01/M1"))
        .body("lanes[1].lacks[0].materialKey", is("JTA-LIC-01/M1"))
        .body("possible", hasItem("supplement"));
    JointCity.api()
        .body(
            Map.of(
                "caseNumber",
                begun.lead(),
                "trackingCode",
                begun.code(),
                "materials",
                List.of(Map.of("code", "M1", "uploadId", JointCity.upload()))))
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(409);
    begun
        .send("supplements", Map.of("materials", List.of(JointCity.given("JTA-LIC-01/M1"))))
        .then()
        .statusCode(200)
        .body("phase", is("gathering"))
        .body("lanes.state", everyItem(is("submitted")));
    city.as("jtb.window")
        .get("/api/v1/cases/" + begun.county())
        .then()
        .body("materials", hasSize(2));
    // Told once: what the first notice didn't name can't be asked for any more.
    city.state("jtc.window", begun, begun.sign(), "效果图不清").then().statusCode(422);
    city.start(begun);
    begun.track().then().body("phase", is("inProgress"));
  }

  @Test
  void grantedIsIssuedAndRefusedIsToldWithItsGround() {
    Begun begun = JointCity.begin("yes");
    city.start(begun);
    city.decide("jtc", begun.sign(), Map.of("decision", "refuse", "reason", "遮挡消防通道"))
        .then()
        .statusCode(200);
    city.grant("jta", begun.lead());
    begun.track().then().body("phase", is("inProgress"));
    city.grant("jtb", begun.county());
    begun
        .track()
        .then()
        .body("phase", is("ended"))
        .body("lanes.state", is(List.of("granted", "granted", "refused")))
        .body("lanes[2].reason", is("遮挡消防通道"))
        .body("possible", empty());
  }

  @Test
  void whatNeedsAnotherWaitsForItAndIsToldWhenItCantBe() {
    Begun begun = JointCity.begin("no");
    city.start(begun);
    city.act("jtb.reviewer", begun.county(), "advance", Map.of()).then().statusCode(200);
    city.act("jtb.approver", begun.county(), "decide", Map.of("decision", "grant"))
        .then()
        .statusCode(409)
        .body("detail", containsString("JTA-LIC-01"));
    city.decide("jta", begun.lead(), Map.of("decision", "refuse", "reason", "场所不符合条件"))
        .then()
        .statusCode(200);
    city.act("jtb.approver", begun.county(), "decide", Map.of("decision", "grant"))
        .then()
        .statusCode(409);
    begun.track().then().body("lanes[1].blockedBy", is(List.of("JTA-LIC-01")));
    city.act(
            "jtb.approver",
            begun.county(),
            "decide",
            Map.of("decision", "refuse", "reason", "前置事项未获准予"))
        .then()
        .statusCode(200);
    begun.track().then().body("phase", is("ended"));
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
  void aMeetingIsItsMembersOwn() {
    Begun begun = JointCity.begin("yes");
    Map<String, Object> call =
        Map.of(
            "heldAt",
            CityTime.offset(clock.instant().plus(Duration.ofDays(1))).toString(),
            "place",
            "三楼会议室",
            "departments",
            List.of("jtb"));
    city.command("jtb.window", begun, "meetings", call).then().statusCode(403);
    Map<String, Object> strange = new HashMap<>(call);
    strange.put("departments", List.of("tst"));
    city.command("jta.window", begun, "meetings", strange).then().statusCode(422);
    String meeting =
        city.command("jta.window", begun, "meetings", call)
            .then()
            .statusCode(200)
            .extract()
            .path("meetings[0].id");
    String file = "/api/v1/joint-applications/" + begun.number();
    // Not invited: there is no meeting, and nothing can be said in it.
    city.as("jtc.window").get(file).then().statusCode(200).body("meetings", empty());
    city.as("supervisor").get(file).then().statusCode(200).body("meetings", empty());
    city.command("jtc.window", begun, "meetings/" + meeting + "/opinions", Map.of("view", "agrees"))
        .then()
        .statusCode(404);
    city.command(
            "jtb.approver", begun, "meetings/" + meeting + "/opinions", Map.of("view", "objects"))
        .then()
        .statusCode(422);
    city.command(
            "jtb.approver",
            begun,
            "meetings/" + meeting + "/opinions",
            Map.of("view", "objects", "words", "消防间距不足"))
        .then()
        .statusCode(200);
    city.as("jta.window").get(file).then().body("meetings[0].departments[0].words", is("消防间距不足"));
    city.command(
            "jta.window", begun, "meetings/" + meeting + "/minutes", Map.of("minutes", "请区局三日内复核。"))
        .then()
        .statusCode(200)
        .body("meetings[0].closed", equalTo(true));
    city.command("jtb.window", begun, "meetings/" + meeting + "/opinions", Map.of("view", "agrees"))
        .then()
        .statusCode(409);
    city.as("jtb.reviewer").get(file).then().body("meetings[0].minutes", is("请区局三日内复核。"));
    assertEquals(
        0,
        count(
            "select count(*) from joint_event where joint_number = $1 and body::text like $2",
            begun.number(),
            "%消防%"));
  }

  @Test
  void aDepartmentDoesNotSeeWhatAnotherSaid() {
    Begun begun = JointCity.begin("yes");
    city.state("jta.window", begun, begun.lead(), "只有牵头看得见").then().statusCode(200);
    city.state("jtb.window", begun, begun.county(), "区局的话").then().statusCode(200);
    String file = "/api/v1/joint-applications/" + begun.number();
    city.as("jtc.window")
        .get(file)
        .then()
        .statusCode(200)
        .body("lead", is(false))
        .body("statements.stated", is(List.of(true, true, false)))
        .body("statements[1].complete", nullValue())
        .body("statements[2].mayState", is(true));
    assertEquals(false, city.as("jtc.window").get(file).asString().contains("区局的话"));
    city.as("jtb.window").get(file).then().body("statements[1].lacks.what", hasItem("区局的话"));
    city.as("jta.window").get(file).then().body("statements[1].lacks.what", hasItem("区局的话"));
    city.state("jtc.window", begun, begun.lead()).then().statusCode(403);
    city.as("editor").get(file).then().statusCode(403);
    JointCity.api().get(file).then().statusCode(401);
    city.as("jta.window")
        .get("/api/v1/joint-applications?role=lead")
        .then()
        .statusCode(200)
        .body("items.jointNumber", hasItem(begun.number()));
    city.as("jtc.window").get("/api/v1/joint-applications?role=lead").then().body("items", empty());
    begun.send("withdrawals", Map.of()).then().statusCode(200);
  }

  @Test
  void ofEightAtOnceOneWins() throws Exception {
    Begun begun = JointCity.begin("no");
    city.state("jta.window", begun, begun.lead(), "缺页").then().statusCode(200);
    List<Integer> stated =
        statuses(8, () -> city.state("jtb.window", begun, begun.county(), "未盖章"));
    assertEquals(1, stated.stream().filter(status -> status == 200).count(), stated::toString);
    assertEquals(7, stated.stream().filter(status -> status == 409).count(), stated::toString);
    List<Integer> sent = statuses(8, () -> city.command("jta.window", begun, "notice", null));
    assertEquals(1, sent.stream().filter(status -> status == 200).count(), sent::toString);
    assertEquals(7, sent.stream().filter(status -> status == 409).count(), sent::toString);
    assertEquals(1, count("select count(*) from notice where subject_id = $1", begun.number()));
    begun.trackCase(begun.lead()).then().body("history", hasSize(2));
  }

  private interface Request {
    Response send();
  }

  private static List<Integer> statuses(int times, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<Response>> sent = new ArrayList<>();
      for (int each = 0; each < times; each++) {
        sent.add(threads.submit(request::send));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> each : sent) {
        statuses.add(each.get().statusCode());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWrongCodeFindsNothing() {
    Begun begun = JointCity.begin("no");
    JointCity.api()
        .body(Map.of("jointNumber", begun.number(), "trackingCode", "AAAAA-AAAAA"))
        .post("/api/v1/joint-tracking")
        .then()
        .statusCode(404);
    JointCity.api()
        .body(Map.of("jointNumber", "nonsense", "trackingCode", begun.code()))
        .post("/api/v1/joint-tracking")
        .then()
        .statusCode(404);
  }
}
