package org.sunlit.staff;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofHours;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.staff.StaffCity.as;
import static org.sunlit.staff.StaffCity.begin;
import static org.sunlit.staff.StaffCity.cityAdministrator;
import static org.sunlit.staff.StaffCity.person;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.staff.StaffCity.Asker;

@QuarkusTest
class PostsApiTest {
  @Inject StaffCity city;
  @Inject TravellingClock clock;
  @Inject Pool pool;

  private final Asker administrator = as(cityAdministrator());
  private StaffAccount first;
  private StaffAccount second;
  private Asker firsts;
  private Asker seconds;

  @BeforeEach
  void found() {
    city.found();
    second = person("sfa", null, Role.WINDOW_CLERK);
    first = person("sfa", "window", second.account(), Role.WINDOW_CLERK);
    seconds = as(second);
    firsts = as(first);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void handsThePostToBWhileAIsAwayAndBackWhenTimeIsUp() {
    posts(firsts).body("posts", contains("window"));
    posts(seconds).body("posts", empty());

    absent(
        first,
        Map.of(
            "reason",
            "leave",
            "until",
            CityTime.offset(clock.instant().plus(ofHours(2))).toString()));

    posts(firsts).body("posts", empty());
    posts(seconds).body("posts", contains("window"));
    clock.travelTo(clock.instant().plus(ofHours(3)));
    posts(firsts).body("posts", contains("window"));
    posts(seconds).body("posts", empty());
  }

  @Test
  void handsThePostOverAtThePlannedMomentWithoutAnybodyDoingAnything() {
    String from = CityTime.offset(clock.instant().plus(ofHours(1))).toString();
    absent(first, Map.of("reason", "training", "from", from));
    posts(seconds).body("posts", empty());

    clock.travelTo(clock.instant().plus(ofHours(1)));

    posts(seconds).body("posts", contains("window"));
  }

  @Test
  void writesDownForWhomBActed() {
    String number = begin();
    seconds.act(number, "accept", Map.of()).then().statusCode(403);
    absent(first, Map.of("reason", "leave"));

    seconds
        .act(number, "accept", Map.of())
        .then()
        .statusCode(200)
        .body("history[-1].by", containsString(second.name()))
        .body("history[-1].actingFor", is(first.name()))
        .body("history[-1].actingForEn", is(first.nameEn()));

    assertEquals(first.account(), actingForInTheJournal(number));
  }

  @Test
  void saysWhoTakesOverBeforeAnAbsenceIsRecorded() {
    String path = "/staff/people/" + first.account() + "/absences?dryRun=true";
    administrator
        .post(path, Map.of("reason", "leave"))
        .then()
        .statusCode(200)
        .body("applied", is(false))
        .body("notes[0]", containsString(second.nameEn() + " takes over"));
    absent(second, Map.of("reason", "leave"));

    administrator
        .post(path, Map.of("reason", "leave"))
        .then()
        .body("notes[0]", containsString("Nobody acts"));
    posts(firsts).body("posts", contains("window"));
  }

  @Test
  void refusesASecondAbsenceAtTheSameTime() {
    absent(first, Map.of("reason", "leave"));

    administrator
        .post("/staff/people/" + first.account() + "/absences", Map.of("reason", "errand"))
        .then()
        .statusCode(409);
  }

  @Test
  void endsAnAbsenceWhenSomebodyIsBackEarly() {
    String id = absence(first);

    administrator.delete("/staff/absences/" + id).then().statusCode(200);

    posts(firsts).body("posts", contains("window"));
    administrator.delete("/staff/absences/" + id).then().statusCode(409);
  }

  @Test
  void handsOnesPostsOverByOnesOwnHandAndTakesThemBack() {
    firsts
        .get("/handover")
        .then()
        .statusCode(200)
        .body("handedOver", is(false))
        .body("posts[0].backups.account", contains(second.account()));

    firsts.post("/handover", Map.of()).then().statusCode(200).body("handedOver", is(true));
    posts(seconds).body("posts", contains("window"));
    firsts.delete("/handover").then().statusCode(200).body("handedOver", is(false));

    posts(firsts).body("posts", contains("window"));
    posts(seconds).body("posts", empty());
  }

  @Test
  void handsNothingOverToNobody() {
    absent(second, Map.of("reason", "leave"));

    firsts
        .post("/handover", Map.of())
        .then()
        .statusCode(409)
        .body("detail", containsString("Nobody is there"));
    seconds.post("/handover", Map.of()).then().statusCode(409);
  }

  @Test
  void givesAPostAndTakesItAwayAtOnce() {
    StaffAccount newcomer = person("sfa", null, Role.REVIEWER);
    Asker newcomers = as(newcomer);
    String post = post("reviewer");

    administrator
        .post(
            "/staff/posts/" + post + "/holders", Map.of("account", newcomer.account(), "part", "A"))
        .then()
        .statusCode(200)
        .body("changes.find { it.field == 'acting' }.after", contains(newcomer.name()));
    posts(newcomers).body("posts", contains("reviewer"));
    String holder =
        administrator.get("/staff/posts/" + post).then().extract().path("holders[0].holderId");
    administrator.delete("/staff/posts/" + post).then().statusCode(409);
    administrator
        .delete("/staff/posts/" + post + "/holders/" + holder)
        .then()
        .statusCode(200)
        .body("notes[0]", containsString("Nobody acts"));

    posts(newcomers).body("posts", empty());
    administrator.delete("/staff/posts/" + post).then().statusCode(200);
    administrator
        .get("/staff/posts?department=sfa&limit=100")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(post)));
  }

  @Test
  void givesNoPostToWhomItCouldNotBelong() {
    String path = "/staff/posts/" + post("reviewer") + "/holders";
    StaffAccount elsewhere = person("sfb", null, Role.REVIEWER);
    StaffAccount supervisor = person("sfa", null, Role.SUPERVISOR);
    as(elsewhere);
    as(supervisor);

    for (StaffAccount wrong : List.of(elsewhere, supervisor)) {
      administrator
          .post(path, Map.of("account", wrong.account(), "part", "A"))
          .then()
          .statusCode(422)
          .body("errors[0].pointer", is("/account"));
    }
  }

  @Test
  void makesNoSupervisorOfWhoHoldsAPost() {
    StaffApiTest.change(administrator, first, Map.of("roles", List.of("supervisor")))
        .then()
        .statusCode(409)
        .body("detail", containsString("take it away first"));
  }

  @Test
  void findsThePostsInWhichNobodyActs() {
    String vacant = post("issuer");

    administrator
        .get("/staff/posts?department=sfa&vacant=true&limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(vacant))
        .body("items.findAll { it.acting.size() > 0 }", empty());
  }

  @Test
  void letsAChiefRepresentativeDecideOnlyWhileTheLetterIsInForce() {
    StaffAccount chief = person("sfa", null, Role.CHIEF_REPRESENTATIVE);
    Asker chiefs = as(chief);
    String number = begin();
    firsts.act(number, "accept", Map.of()).then().statusCode(200);
    as(person("sfa", "reviewer", Role.REVIEWER))
        .act(number, "advance", Map.of())
        .then()
        .statusCode(200);
    Map<String, Object> grant = Map.of("decision", "grant", "reason", "符合条件");
    chiefs.act(number, "decide", grant).then().statusCode(403);
    letter(chief, "SFA-LIC-02").then().statusCode(200);
    chiefs.act(number, "decide", grant).then().statusCode(403);

    String document = "人授〔2026〕" + UUID.randomUUID();
    String id = letter(chief, StaffCity.ITEM, document).then().statusCode(200).extract().path("id");
    chiefs.get("/cases").then().body("items.caseNumber", hasItem(number));
    given()
        .get("/api/v1/departments/sfa/chief-representatives")
        .then()
        .statusCode(200)
        .body("documentNumber", hasItem(document))
        .body("account", not(hasItem(chief.account())));
    administrator
        .post("/staff/authorisations/" + id + "/revocation", Map.of("why", "工作调动"))
        .then()
        .statusCode(200);
    chiefs.act(number, "decide", grant).then().statusCode(403);
    given()
        .get("/api/v1/departments/sfa/chief-representatives")
        .then()
        .statusCode(200)
        .body("documentNumber", not(hasItem(document)));

    String again = "人授〔2026〕" + UUID.randomUUID();
    letter(chief, StaffCity.ITEM, again).then().statusCode(200);
    chiefs
        .act(number, "decide", grant)
        .then()
        .statusCode(200)
        .body("history[-1].authorisation", is(again))
        .body("history[-1].actingFor", nullValue());
  }

  @Test
  void recordsNoLetterForWhoIsNoChiefRepresentativeOrForAnothersItem() {
    letter(first, StaffCity.ITEM).then().statusCode(422).body("errors[0].pointer", is("/account"));
    StaffAccount chief = person("sfa", null, Role.CHIEF_REPRESENTATIVE);
    as(chief);
    letter(chief, "SFB-LIC-01").then().statusCode(422).body("errors[0].pointer", is("/itemCodes"));
    String document = "人授〔2026〕" + UUID.randomUUID();
    letter(chief, StaffCity.ITEM, document).then().statusCode(200);
    letter(chief, StaffCity.ITEM, document).then().statusCode(409);
  }

  private io.restassured.response.Response letter(StaffAccount chief, String item) {
    return letter(chief, item, "人授〔2026〕" + UUID.randomUUID());
  }

  private io.restassured.response.Response letter(
      StaffAccount chief, String item, String document) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return administrator.post(
        "/staff/authorisations",
        Map.of(
            "documentNumber", document,
            "account", chief.account(),
            "acts", List.of("decide"),
            "itemCodes", List.of(item),
            "from", today.toString(),
            "until", today.plusDays(30).toString(),
            "issuedBy", "人员甲局局长"));
  }

  private String post(String code) {
    return administrator
        .post(
            "/staff/posts",
            Map.of(
                "code",
                code,
                "name",
                "测试岗 " + UUID.randomUUID(),
                "level",
                "city",
                "departmentCode",
                "sfa",
                "regionCode",
                StaffCity.CITY))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private void absent(StaffAccount account, Map<String, Object> absence) {
    administrator
        .post("/staff/people/" + account.account() + "/absences", absence)
        .then()
        .statusCode(200)
        .body("applied", is(true));
  }

  private String absence(StaffAccount account) {
    absent(account, Map.of("reason", "leave"));
    return administrator
        .get("/staff/people/" + account.account())
        .then()
        .body("state", is("absent"))
        .extract()
        .path("absences[0].id");
  }

  private static io.restassured.response.ValidatableResponse posts(Asker asker) {
    return asker.get("/auth/me").then().statusCode(200);
  }

  private String actingForInTheJournal(String caseNumber) {
    return pool.preparedQuery(
            """
            select private_payload -> 'event' -> 'by' ->> 'actingFor' as acting_for from journal_event
            where subject_id = $1 and private_payload -> 'event' -> 'by' ? 'actingFor'
            """)
        .execute(Tuple.of(caseNumber))
        .await()
        .atMost(Duration.ofSeconds(30))
        .iterator()
        .next()
        .getString("acting_for");
  }
}
