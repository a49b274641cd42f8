package org.sunlit.clue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.PublishedTexts;
import org.sunlit.testing.SignedIn;
import org.sunlit.testing.Tables;

/**
 * Clues over the API: handed in, handled by three persons, told, published, and seen by nobody
 * else.
 */
@QuarkusTest
class ClueApiTest {
  private static final String CITY = "990790000000";
  private static final String WATER = "cluwater";
  private static final String PERSON = "clu.wang";
  private static final String HEAD = "clu.head";
  private static final String SECOND_HEAD = "clu.second";
  private static final String INVESTIGATOR = "clu.ivy";
  private static final String REVIEWER = "clu.ray";
  private static final String STRANGER = "clu.sam";
  private static final String OF_THE_DEPARTMENT = "clu.inwater";
  private static final String SUPERVISOR = "clu.supervisor";
  private static final String CLUES = "/api/v1/clues";
  private static final String LETTERS = "/api/v1/clue-letters";
  private static boolean founded;

  @Inject Founding founding;
  @Inject TravellingClock clock;
  @Inject Tables tables;
  @Inject PublishedTexts texts;
  private final Desk desk = new Desk(SignedIn::token);

  @BeforeEach
  void found() {
    if (founded) {
      return;
    }
    founded = true;
    founding.publish(
        List.of(Founding.city(CITY, "线索市")),
        List.of(Founding.department(WATER, "水务局", CITY)),
        List.of());
    SignedIn.as(PERSON, WATER, Role.WINDOW_CLERK);
    SignedIn.as(HEAD, null, Role.DISCIPLINE_HEAD);
    SignedIn.as(SECOND_HEAD, null, Role.DISCIPLINE_HEAD);
    SignedIn.as(INVESTIGATOR, null, Role.INVESTIGATOR);
    SignedIn.as(REVIEWER, null, Role.INVESTIGATOR);
    SignedIn.as(STRANGER, null, Role.INVESTIGATOR);
    SignedIn.as(OF_THE_DEPARTMENT, WATER, Role.INVESTIGATOR);
    SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  private Map<String, Object> draft() {
    return new HashMap<>(
        Map.of(
            "channel", "letter",
            "receivedOn", clock.instant().plus(Duration.ofHours(8)).toString().substring(0, 10),
            "title", "反映某窗口收受土特产",
            "text", "某clu.wang在窗口收下两箱蜜桃。",
            "department", WATER,
            "person", "某clu.wang",
            "bringer", "郑大满",
            "phone", "13900007777"));
  }

  private Response handIn(String account, Map<String, Object> draft) {
    return desk.as(account).header("Idempotency-Key", Api.key()).body(draft).post(CLUES);
  }

  private String handedIn(Map<String, Object> draft) {
    return handIn(SUPERVISOR, draft).then().statusCode(201).extract().path("number");
  }

  private Response open(String account, String number) {
    return desk.as(account).get(CLUES + "/" + number);
  }

  private ValidatableResponse act(
      String account, String number, String action, Map<String, Object> command) {
    String tag = open(HEAD, number).getHeader("ETag");
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", tag)
        .body(command)
        .post(CLUES + "/" + number + "/actions/" + action)
        .then();
  }

  private static Map<String, Object> words(String words) {
    return new HashMap<>(Map.of("words", words));
  }

  private void reviewed(String number, Map<String, Object> finding) {
    act(HEAD, number, "dispatch", Map.of("investigator", INVESTIGATOR, "reviewer", REVIEWER))
        .statusCode(200);
    Map<String, Object> verify = words("拟初步核实");
    verify.put("disposal", "verification");
    act(INVESTIGATOR, number, "propose", verify).statusCode(200);
    act(HEAD, number, "approve", Map.of()).statusCode(200);
    Map<String, Object> report = words("某clu.wang的情况已核实。");
    report.putAll(finding);
    act(INVESTIGATOR, number, "report", report).statusCode(200);
    act(REVIEWER, number, "agree", words("事实清楚")).statusCode(200);
  }

  @Test
  void whoIsClearedIsToldAndSaysHowTheyWantItSaidAloud() {
    String number = handedIn(draft());
    act(HEAD, number, "dispatch", Map.of("investigator", OF_THE_DEPARTMENT, "reviewer", HEAD))
        .statusCode(422)
        .body("errors.pointer", hasItems("/investigator", "/reviewer"));
    Map<String, Object> cleared = Map.of("outcome", "cleared");
    reviewed(number, cleared);
    open(HEAD, number)
        .then()
        .body("actions.find { it.action == 'decide' }.refusal", nullValue())
        .body("actions.find { it.action == 'agree' }.refusal", equalTo("notNow"))
        .body("acts.kind", hasItems("takenIn", "dispatched", "reported", "agreed"));
    Map<String, Object> decision = words("经核实，不属实");
    decision.putAll(cleared);
    act(INVESTIGATOR, number, "decide", decision).statusCode(403);
    act(HEAD, number, "decide", decision)
        .statusCode(422)
        .body("errors.pointer", hasItems("/letter", "/feedback"));
    decision.put("letter", "某clu.wang同志：反映您的问题不属实，予以澄清。");
    decision.put("feedback", "您反映的问题经核查不属实。");
    act(HEAD, number, "decide", decision)
        .statusCode(200)
        .body("summary.state", equalTo("clearing"))
        .body("personHasAccount", equalTo(true));

    String mine = "find { it.number == '" + number + "' }";
    desk.as(STRANGER).get(LETTERS).then().statusCode(200).body("size()", equalTo(0));
    desk.as(PERSON)
        .get(LETTERS)
        .then()
        .statusCode(200)
        .body(mine + ".letter", containsString("予以澄清"))
        .body(mine + ".mayWish", equalTo(true));
    String wish = LETTERS + "/" + number + "/wish";
    desk.as(STRANGER).body(Map.of("form", "public")).post(wish).then().statusCode(404);
    desk.as(PERSON)
        .body(Map.of("form", "public"))
        .post(wish)
        .then()
        .statusCode(200)
        .body("wish", equalTo("public"))
        .body("mayWish", equalTo(false));
    desk.as(PERSON).body(Map.of("form", "letter")).post(wish).then().statusCode(409);

    String publication = CLUES + "/" + number + "/publication";
    desk.as(INVESTIGATOR).get(publication).then().statusCode(403);
    desk.as(HEAD).get(publication).then().statusCode(403);
    desk.as(SECOND_HEAD).get(publication).then().statusCode(200);
    Map<String, Object> aloud =
        new HashMap<>(
            Map.of("title", "澄清通报", "question", "反映问题不属实", "answer", "某clu.wang同志没有收受礼品。"));
    Map<String, Object> naming = new HashMap<>(aloud);
    naming.put("question", "郑大满反映的问题不属实");
    desk.as(SECOND_HEAD).body(naming).post(publication).then().statusCode(422);
    desk.as(SECOND_HEAD).body(aloud).post(publication).then().statusCode(204);
    open(HEAD, number).then().body("summary.state", equalTo("closed"));
    Api.contract()
        .queryParam("kind", "clearing")
        .get("/api/v1/clue-publications")
        .then()
        .statusCode(200)
        .body("items.title", hasItem("澄清通报"))
        .body("items.result", hasItem("某clu.wang同志没有收受礼品。"));
    desk.as(PERSON).get(LETTERS).then().body(mine + ".clearedOn", not(nullValue()));
    assertTrue(
        tables.count(
                "select count(*) from notice where subject_id = $1 and account = $2",
                "letters/" + PERSON,
                PERSON)
            >= 2,
        "the letter, and that they are cleared");
    assertEquals(
        0,
        tables.count(
            "select count(*) from notice where subject_id = $1 and account = $2",
            "clue/" + number,
            PERSON),
        "nothing ties them to the clue");
  }

  @Test
  void whoeverWasSanctionedIsVisitedAndTheCaseIsPublishedWithoutNames() {
    clock.travelTo(Instant.parse("2034-05-05T02:00:00Z"));
    String number = handedIn(draft());
    Map<String, Object> talk = Map.of("outcome", "sanctioned", "sanctions", List.of("admonition"));
    reviewed(number, talk);
    Map<String, Object> decision = words("给予诫勉谈话");
    decision.putAll(Map.of("outcome", "sanctioned", "sanctions", List.of("removal")));
    decision.putAll(Map.of("letter", "经研究，对您诫勉谈话。", "feedback", "已作处理。"));
    decision.put("visitOn", "2034-11-05");
    act(HEAD, number, "decide", decision)
        .statusCode(422)
        .body("errors.pointer", contains("/sanctions"));
    decision.putAll(talk);
    act(HEAD, number, "decide", decision)
        .statusCode(200)
        .body("summary.state", equalTo("following"))
        .body("visitOn", equalTo("2034-11-05"));

    String publication = CLUES + "/" + number + "/publication";
    desk.as(SECOND_HEAD)
        .get(publication)
        .then()
        .statusCode(200)
        .body("marks.text", hasItem("某clu.wang"))
        .body("question", not(containsString("某clu.wang")));
    Map<String, Object> typical =
        new HashMap<>(Map.of("title", "窗口收受土特产", "question", "某clu.wang收受", "answer", "诫勉谈话"));
    desk.as(SECOND_HEAD).body(typical).post(publication).then().statusCode(422);
    typical.put("question", "某单位窗口人员收受服务对象土特产。");
    desk.as(SECOND_HEAD).body(typical).post(publication).then().statusCode(204);
    act(INVESTIGATOR, number, "visit", words("本人认识深刻，工作踏实"))
        .statusCode(200)
        .body("summary.state", equalTo("closed"));

    Api.contract()
        .queryParam("year", 2034)
        .get("/api/v1/clue-figures")
        .then()
        .statusCode(200)
        .body("received", equalTo(1))
        .body("decided", equalTo(1))
        .body("visited", equalTo(1))
        .body("byOutcome.find { it.outcome == 'sanctioned' }.count", equalTo(1))
        .body("bySanction.find { it.sanction == 'admonition' }.count", equalTo(1));
    texts.stay("clue_publication", () -> desk.as(SECOND_HEAD), publication, typical);
    Map<String, Object> why = Map.of("reason", "内容有误");
    desk.as(SECOND_HEAD).body(why).post(publication + "/withdrawal").then().statusCode(204);
    desk.as(SECOND_HEAD).body(why).post(publication + "/withdrawal").then().statusCode(404);
  }

  @Test
  void nobodySeesAClueWhoHasNoPartInItAndEveryReadingIsInTheTrail() {
    String number = handedIn(draft());
    Map<String, Object> aboutAHead = draft();
    aboutAHead.remove("department");
    aboutAHead.put("person", "某" + SECOND_HEAD);
    String about = handedIn(aboutAHead);

    open(SUPERVISOR, number).then().statusCode(403);
    open(STRANGER, number).then().statusCode(404);
    open(PERSON, number).then().statusCode(403);
    open(SECOND_HEAD, about).then().statusCode(404);
    desk.as(SECOND_HEAD)
        .get(CLUES)
        .then()
        .statusCode(200)
        .body("items.number", hasItem(number))
        .body("items.number", not(hasItem(about)));
    desk.as(STRANGER).get(CLUES).then().body("items.number", not(hasItem(number)));
    // What is about the office itself can only go to the office above.
    act(HEAD, about, "dispatch", Map.of("investigator", INVESTIGATOR, "reviewer", REVIEWER))
        .statusCode(403);
    act(HEAD, about, "handOver", words("移送市监委"))
        .statusCode(200)
        .body("summary.outcome", equalTo("handedOver"));

    clock.travelTo(clock.instant().plus(Duration.ofDays(40)));
    desk.as(HEAD)
        .queryParams(Map.of("overdue", true, "channel", "letter", "state", "pooled"))
        .get(CLUES)
        .then()
        .body("items.find { it.number == '" + number + "' }.late", equalTo(true));
    assertTrue(
        tables.count(
                "select count(*) from access_trail where action = 'clueOpened' and case_number = $1"
                    + " and account = $2",
                about,
                HEAD)
            > 0);
    assertEquals(
        0,
        tables.count(
            "select count(*) from access_trail where case_number = $1 and account = $2",
            number,
            STRANGER));
  }

  @Test
  void theSameThingIsHandedOverOnceAndWhatIsMissingIsSaid() {
    Map<String, Object> card = draft();
    card.putAll(Map.of("channel", "supervision"));
    card.put("source", Map.of("kind", "card", "reference", "HP20300101-0007"));
    handedIn(card);
    handIn(SUPERVISOR, card).then().statusCode(409);

    Map<String, Object> wrong = draft();
    wrong.put("department", "nowhere");
    wrong.put("receivedOn", "2020-01-01");
    wrong.remove("bringer");
    handIn(SUPERVISOR, wrong)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/department", "/receivedOn", "/bringer"));
    handIn(PERSON, draft()).then().statusCode(403);
  }

  @Test
  void theDatabaseRefusesWhatTheRulesRefuseAndNamesNobody() {
    String number = handedIn(draft());
    reviewed(number, Map.of("outcome", "unproven"));

    tables.refused("update clue set reviewer = investigator where number = '" + number + "'");
    tables.refused("update clue set handlers = concerned where number = '" + number + "'");
    tables.refused(
        "update clue set decided_by = reviewer, decided_at = now(), outcome = 'unproven' where number = '"
            + number
            + "'");
    tables.refused("delete from clue where number = '" + number + "'");
    tables.refused(
        "update clue_act set words = null where clue_id = (select id from clue where number = '"
            + number
            + "')");
    for (String table : List.of("clue", "clue_act")) {
      assertEquals(
          0,
          tables.count(
              "select count(*) from "
                  + table
                  + " t where t::text like '%clu.wang%' or t::text like '%蜜桃%'"),
          table);
    }
    assertEquals(
        0,
        tables.count(
            "select count(*) from journal_event j where j::text like $1", "%" + number + "%"));
  }
}
