package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Api;
import org.sunlit.testing.Newcomer;

/** 全程代办: an agent acts by a letter of mandate, in the open, and never as a clerk (B21). */
@QuarkusTest
class AgentApiTest extends AppointmentSteps {
  private static final String AGENT = "service.agent";
  private static final String OTHER_AGENT = "service.other";
  private static final String PURPOSE = "云溪镇茶叶加工厂新建项目";
  private static final String NAME = "晴川市小满食品有限公司";
  private static final List<String> ALL = List.of("apply", "supplement", "book", "collect");

  @Test
  void anAgentActsByTheSignedLetterAndTheClientSeesItAll() throws SQLException {
    Newcomer client = Newcomer.organisation().arrive();
    String id = ask(client, ALL);
    // Agents who may take it on learn what for, and not who.
    city.as(AGENT)
        .get("/api/v1/agent-requests")
        .then()
        .statusCode(200)
        .body("find { it.id == '" + id + "' }.purpose", is(PURPOSE))
        .body("find { it.id == '" + id + "' }.client", not(containsString("小满食品")));
    applyFor(AGENT, id, 404);
    take(AGENT, id, 200);
    take(OTHER_AGENT, id, 409);
    applyFor(AGENT, id, 403);

    // What is signed is the letter that was shown, with the account's own name.
    List<String> shown = own(client, id).getList("letter.text");
    assertTrue(shown.get(0).contains(NAME) && shown.get(0).contains("李service"), shown.toString());
    sign(client, id, "别人", 422).then().body("errors.pointer", contains("/name"));
    sign(client, id, NAME, 200).then().body("state", is("inForce")).body("from", is("" + TODAY));
    sign(client, id, NAME, 409);
    assertEquals(shown, own(client, id).getList("letter.text"));
    duty(id, "apply").then().body("duties.find { it.clientId == '" + id + "' }.client", is(NAME));

    Begun begun = applyFor(AGENT, id, 201);
    applyFor(OTHER_AGENT, id, 404);
    // It is the client's own case, told of as of every other, and everybody sees whose act it was.
    client
        .asks()
        .get("/api/v1/me/cases/" + begun.number())
        .then()
        .statusCode(200)
        .body("history[0].by", is("代办员（受申请人委托） 李service"))
        .body("history[0].byEn", is("Agent for the applicant Li service"));
    city.as("tst.window")
        .get("/api/v1/cases/" + begun.number() + "/agent")
        .then()
        .statusCode(200)
        .body("agent.name", is("李service"))
        .body("state", is("inForce"))
        .body("tasks", is(ALL));
    city.as("oth.window").get("/api/v1/cases/" + begun.number() + "/agent").then().statusCode(404);
    // Most cases are their applicants' own, and most have nothing promised with them.
    city.as("tst.window")
        .get("/api/v1/cases/" + CaseCity.begin(CaseCity.BARE).number() + "/agent")
        .then()
        .statusCode(204);
    city.as("tst.window")
        .get("/api/v1/cases/" + begun.number() + "/promise")
        .then()
        .statusCode(204);
    client.asks().get("/api/v1/me/cases/" + begun.number() + "/promise").then().statusCode(204);
    city.as(AGENT).get("/api/v1/cases/" + begun.number()).then().statusCode(403);

    city.act(
            "tst.window",
            begun,
            "request-correction",
            Map.of("missing", List.of(Map.of("materialCode", "M2", "what", "缺少签名"))))
        .then()
        .statusCode(200);
    duty(id, "supplement");
    supplement(id, begun, 200)
        .then()
        .body("tracked.history[-1].by", is("代办员（受申请人委托） 李service"))
        .body("possible", empty());
    collect(id, begun, 409);
    city.act("tst.window", begun, "refuse", Map.of("reason", "不属于本机关职权范围")).then().statusCode(200);
    duty(id, "collect");
    collect(id, begun, 200).then().body("acts.task", contains("collect", "supplement", "apply"));
    collect(id, begun, 409);

    String number = book(id, 201).path("number");
    duty(id, "appointment");
    client.asks().get("/api/v1/me/appointments").then().body("number", hasItem(number));

    JsonPath seen = own(client, id);
    assertEquals(List.of("book", "collect", "supplement", "apply"), seen.getList("acts.task"));
    assertEquals(number, seen.getString("acts[0].appointment"));
    copiesHaveTheMandate(client, id);
    // What people say is sealed.
    try (Connection connection = database.getConnection()) {
      assertEquals(List.of(), DatabaseScan.find(connection, List.of(PURPOSE, NAME)));
    }
  }

  @Test
  void theMandateCoversWhatItSaysUntilItIsEnded() {
    Newcomer client = Newcomer.person().arrive();
    String id = ask(client, List.of("apply"));
    take(AGENT, id, 200);
    rate(client, id, 409);
    sign(client, id, "王小明", 200);
    Begun begun = applyFor(AGENT, id, 201);
    book(id, 403);
    supplement(id, begun, 403);
    collect(id, begun, 403);
    // Nothing of the client's that wasn't begun by it.
    Begun other = CaseCity.begin(CaseCity.BARE);
    clientCase(id, other.number(), 404);
    clientCase(id, begun.number(), 200);
    // Somebody else's mandate is nobody's business.
    Newcomer stranger = Newcomer.person().arrive();
    stop(stranger, id, 404);
    rate(stranger, id, 404);

    stop(client, id, 200).then().body("state", is("ended")).body("ending.why", is("自己来办"));
    stop(client, id, 409);
    applyFor(AGENT, id, 403);
    clientCase(id, begun.number(), 403);
    city.as(AGENT)
        .get("/api/v1/agent-desk")
        .then()
        .body("clients.find { it.id == '" + id + "' }.phone", nullValue())
        .body("duties.findAll { it.clientId == '" + id + "' }", hasSize(0));
    // The case goes on as the client's own, and what was done stays to be seen and rated.
    client.asks().get("/api/v1/me/cases/" + begun.number()).then().statusCode(200);
    rate(client, id, 200).then().body("rating.grade", is("satisfied"));
    rate(client, id, 409);
    city.as("supervisor")
        .get("/api/v1/agent-ratings")
        .then()
        .statusCode(200)
        .body("rating.words", hasItem("跑前跑后"))
        .body("agent.name", hasItem("李service"));
    city.as(AGENT).get("/api/v1/agent-ratings").then().statusCode(403);
  }

  @Test
  void anAgentLaysAMandateDownAndSaysWhy() {
    Newcomer client = Newcomer.person().arrive();
    String id = ask(client, ALL);
    take(AGENT, id, 200);
    layDown(OTHER_AGENT, id, "调离", 404);
    layDown(AGENT, id, "  ", 422);
    layDown(AGENT, id, "调离", 200);
    assertEquals(Map.of("byAgent", true, "why", "调离"), ending(client, id));
    sign(client, id, "王小明", 409);
    askAnyhow(client, "  ", ALL, TODAY, 422);
    askAnyhow(client, PURPOSE, ALL, TODAY.minusDays(1), 422);
    askAnyhow(client, PURPOSE, ALL, TODAY.plusYears(3).plusDays(1), 422);
  }

  /** Even where a program forgot to ask. */
  @Test
  void theDatabaseRefusesWhatNoMandateCovers() throws SQLException {
    Newcomer client = Newcomer.person().arrive();
    String id = ask(client, ALL);
    take(AGENT, id, 200);
    sign(client, id, "王小明", 200);
    Begun begun = applyFor(AGENT, id, 201);
    Begun other = CaseCity.begin(CaseCity.BARE);
    refused(act(id, "collect", other.number()));
    refused(act(id, "apply", other.number()));
    stop(client, id, 200);
    refused(act(id, "collect", begun.number()));
    // Whoever was the agent in it is kept out of handling it for good.
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      var found =
          statement.executeQuery("select case_is_own('%s', '%s')".formatted(begun.number(), AGENT));
      assertTrue(found.next() && found.getBoolean(1));
      assertThrows(
          SQLException.class,
          () ->
              statement.execute(
                  "update account set roles = roles || '{windowClerk}' where account = '%s'"
                      .formatted(AGENT)));
    }
  }

  /** Both sides may keep what was agreed and done, and neither learns more of the other by it. */
  private void copiesHaveTheMandate(Newcomer client, String id) {
    client
        .asks()
        .post("/api/v1/me/export")
        .then()
        .statusCode(200)
        .body("mandates.id", contains(id))
        .body("mandates[0].purpose", is(PURPOSE))
        .body("mandates[0].agent.name", is("李service"))
        .body("mandates[0].letter.text[0]", containsString(NAME))
        .body("mandates[0].acts.task", contains("book", "collect", "supplement", "apply"));
    Newcomer.person()
        .arrive()
        .asks()
        .post("/api/v1/me/export")
        .then()
        .statusCode(200)
        .body("mandates", empty());
    client.asks().post("/api/v1/agent-desk/export").then().statusCode(403);
    Response taken = city.as(AGENT).post("/api/v1/agent-desk/export");
    taken
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .body("name", is("李service"))
        .body("mandates.find { it.id == '" + id + "' }.state", is("inForce"))
        .body("mandates.find { it.id == '" + id + "' }.acts.task", hasItem("collect"));
    assertTrue(!taken.asString().contains(client.phone()), "the client's telephone");
    assertTrue(
        !city.as(OTHER_AGENT).post("/api/v1/agent-desk/export").asString().contains(id),
        "another agent's");
  }

  private void refused(String insert) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      SQLException said = assertThrows(SQLException.class, () -> statement.execute(insert));
      assertTrue(said.getMessage().contains("agent_without_mandate"), said.getMessage());
    }
  }

  private static String act(String id, String task, String caseNumber) {
    return "insert into agency_act (agency_id, task, case_number, at) values ('%s', '%s', '%s', now())"
        .formatted(id, task, caseNumber);
  }

  private static String ask(Newcomer client, List<String> tasks) {
    return askAnyhow(client, PURPOSE, tasks, TODAY.plusYears(1), 201).path("id");
  }

  private static Response askAnyhow(
      Newcomer client, String purpose, List<String> tasks, LocalDate until, int status) {
    Response answer =
        Api.anything()
            .header("Authorization", "Bearer " + client.token())
            .header("Idempotency-Key", Api.key())
            .body(Map.of("purpose", purpose, "tasks", tasks, "until", until.toString()))
            .post("/api/v1/me/agents");
    answer.then().statusCode(status);
    return answer;
  }

  private void take(String agent, String id, int status) {
    city.as(agent).post("/api/v1/agent-requests/" + id + "/taking").then().statusCode(status);
  }

  private static Response sign(Newcomer client, String id, String name, int status) {
    return sent(client, id, "signature", Map.of("name", name, "agreed", "yes"), status);
  }

  private static Response stop(Newcomer client, String id, int status) {
    return sent(client, id, "ending", Map.of("why", "自己来办"), status);
  }

  private static Response rate(Newcomer client, String id, int status) {
    return sent(client, id, "rating", Map.of("grade", "satisfied", "words", "跑前跑后"), status);
  }

  private static Response sent(
      Newcomer client, String id, String what, Map<String, Object> body, int status) {
    Response answer = client.asks().body(body).post("/api/v1/me/agents/" + id + "/" + what);
    answer.then().statusCode(status);
    return answer;
  }

  private void layDown(String agent, String id, String why, int status) {
    city.as(agent)
        .body(Map.of("why", why))
        .post("/api/v1/agent-clients/" + id + "/ending")
        .then()
        .statusCode(status);
  }

  /** What the client sees of one. */
  private static JsonPath own(Newcomer client, String id) {
    Response all = client.asks().get("/api/v1/me/agents");
    all.then().statusCode(200).body("id", contains(id));
    return all.jsonPath().setRootPath("[0]");
  }

  private static Map<String, Object> ending(Newcomer client, String id) {
    Map<String, Object> ending = new HashMap<>(own(client, id).getMap("ending"));
    assertNotNull(ending.remove("at"));
    return ending;
  }

  private Begun applyFor(String agent, String id, int status) {
    Map<String, Object> application = new HashMap<>();
    application.put("itemCode", CaseCity.LICENCE);
    application.put("materials", List.of(Map.of("code", "M1", "uploadId", Api.upload())));
    Response answer =
        city.as(agent)
            .header("Idempotency-Key", Api.key())
            .body(application)
            .post("/api/v1/agent-clients/" + id + "/applications");
    answer.then().statusCode(status);
    return new Begun(answer.path("caseNumber"), "");
  }

  private void clientCase(String id, String number, int status) {
    city.as(AGENT).get(caseOf(id, number)).then().statusCode(status);
  }

  private Response supplement(String id, Begun begun, int status) {
    Response answer =
        city.as(AGENT)
            .header("Idempotency-Key", Api.key())
            .body(Map.of("materials", List.of(Map.of("code", "M2", "uploadId", Api.upload()))))
            .post(caseOf(id, begun.number()) + "/supplements");
    answer.then().statusCode(status);
    return answer;
  }

  private Response collect(String id, Begun begun, int status) {
    Response answer = city.as(AGENT).post(caseOf(id, begun.number()) + "/collection");
    answer.then().statusCode(status);
    return answer;
  }

  private Response book(String id, int status) {
    String schedule = schedule("代办", "window", 2, List.of());
    Response answer =
        city.as(AGENT)
            .header("Idempotency-Key", Api.key())
            .body(Map.of("slot", slot(schedule, 0)))
            .post("/api/v1/agent-clients/" + id + "/appointments");
    answer.then().statusCode(status);
    return answer;
  }

  /** The agent's register has this to do for the client. */
  private Response duty(String id, String kind) {
    Response desk = city.as(AGENT).get("/api/v1/agent-desk");
    desk.then()
        .statusCode(200)
        .body("duties.findAll { it.clientId == '" + id + "' }.kind", hasItem(kind));
    return desk;
  }

  private static String caseOf(String id, String number) {
    return "/api/v1/agent-clients/" + id + "/cases/" + number;
  }
}
