package org.sunlit.casework;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.testing.Api;
import org.sunlit.testing.SignedIn;

/**
 * What a single read refuses, nothing else tells: lists, counts, searches, files and actions reach
 * exactly as far.
 */
@QuarkusTest
class CaseRightsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject CaseCity city;
  @Inject CaseStore store;
  @Inject CaseList list;
  @Inject Pool pool;

  /** Cases by department and place, each with the word that only finds it. */
  private final Map<String, Begun> cases = new LinkedHashMap<>();

  @BeforeEach
  void found() {
    city.found();
    cases.put("own", CaseCity.beginIn(CaseCity.LICENCE, CaseCity.TOWNSHIP));
    cases.put("other region", CaseCity.beginIn(CaseCity.LICENCE, CaseCity.OTHER_TOWNSHIP));
    cases.put("other department", CaseCity.beginIn(CaseCity.ELSEWHERE, CaseCity.TOWNSHIP));
    cases.put("other of both", CaseCity.beginIn(CaseCity.ELSEWHERE, CaseCity.OTHER_TOWNSHIP));
  }

  /** Who reaches which of the cases, and whose first step is theirs. */
  private record Row(String account, Set<String> reaches, Set<String> acts) {}

  private static final List<Row> MATRIX =
      List.of(
          new Row("tst.window", Set.of("own", "other region"), Set.of("own", "other region")),
          new Row("tst.reviewer", Set.of("own", "other region"), Set.of()),
          new Row("tst.approver", Set.of("own", "other region"), Set.of()),
          new Row("tst.local", Set.of("own"), Set.of("own")),
          new Row(
              "oth.window",
              Set.of("other department", "other of both"),
              Set.of("other department", "other of both")),
          new Row("oth.approver", Set.of("other department", "other of both"), Set.of()),
          new Row("township.a", Set.of("own", "other department"), Set.of()),
          new Row("township.b", Set.of("other region", "other of both"), Set.of()),
          new Row(
              "supervisor",
              Set.of("own", "other region", "other department", "other of both"),
              Set.of()));

  @Test
  void reachesExactlyAsFarEverywhere() {
    List<String> leaks = new ArrayList<>();
    for (Row row : MATRIX) {
      cases.forEach(
          (which, begun) -> {
            boolean reaches = row.reaches().contains(which);
            boolean acts = row.acts().contains(which);
            String asked = row.account() + " × " + which;
            expect(leaks, asked + " read", reaches ? 200 : 404, read(row.account(), begun));
            expect(leaks, asked + " file", reaches ? 200 : 404, download(row.account(), begun));
            expect(leaks, asked + " search", reaches ? 1 : 0, total(row.account(), begun, false));
            expect(leaks, asked + " mine", acts ? 1 : 0, total(row.account(), begun, true));
            expect(leaks, asked + " may act", acts, mayAccept(row.account(), begun));
            if (!acts) {
              int refused = row.account().equals("supervisor") ? 403 : reaches ? 403 : 404;
              expect(leaks, asked + " act", refused, act(row.account(), begun));
            }
          });
    }
    assertEquals(List.of(), leaks);
  }

  private static void expect(List<String> leaks, String asked, Object wanted, Object got) {
    if (!wanted.equals(got)) {
      leaks.add(asked + ": " + got + " and not " + wanted);
    }
  }

  private int read(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number()).statusCode();
  }

  private int download(String account, Begun begun) {
    return city.as(account)
        .get("/api/v1/cases/" + begun.number() + "/materials/" + material(begun) + "/content")
        .statusCode();
  }

  private String material(Begun begun) {
    return city.as("supervisor").get("/api/v1/cases/" + begun.number()).path("materials[0].id");
  }

  private int total(String account, Begun begun, boolean mine) {
    return city.as(account)
        .queryParam("scope", mine ? "mine" : "department")
        .queryParam("q", begun.number())
        .get("/api/v1/cases")
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }

  private boolean mayAccept(String account, Begun begun) {
    Response read = city.as(account).get("/api/v1/cases/" + begun.number());
    return read.statusCode() == 200
        && Boolean.TRUE.equals(read.path("actions.find { it.action == 'accept' }.allowed"));
  }

  private int act(String account, Begun begun) {
    return city.act(account, begun, "accept", Map.of(), "\"1\"").statusCode();
  }

  @Test
  void countsNothingThatItDoesNotList() {
    for (Row row : MATRIX) {
      Response page =
          city.as(row.account()).get("/api/v1/cases?scope=department&state=submitted&limit=100");
      Map<String, Integer> counts = page.path("counts");
      Response open = city.as(row.account()).get("/api/v1/cases?scope=department&limit=1");
      int listed =
          Stream.of("late", "today", "soon", "later", "none")
              .mapToInt(
                  span ->
                      city.as(row.account())
                          .get("/api/v1/cases?scope=department&limit=1&due=" + span)
                          .<Integer>path("total"))
              .sum();
      assertEquals(
          listed,
          counts.values().stream().mapToInt(Integer::intValue).sum(),
          row.account() + " " + open.path("total"));
    }
  }

  @Test
  void whoHasNoRightToCasesSeesNone() {
    Begun own = cases.get("own");
    for (Role role :
        List.of(
            Role.CATALOGUE_EDITOR,
            Role.ADMINISTRATOR,
            Role.PUBLIC_SUPERVISOR,
            Role.PROJECT_OWNER,
            Role.CITIZEN,
            Role.ENTERPRISE)) {
      String token = "Bearer " + SignedIn.as(role);
      for (String path :
          List.of(
              "/api/v1/cases",
              "/api/v1/cases/" + own.number(),
              "/api/v1/cases/" + own.number() + "/materials/" + material(own) + "/content")) {
        Api.anything()
            .header("Authorization", token)
            .get(path)
            .then()
            .statusCode(is(oneOf(403, 404)));
      }
      CaseRights rights = new CaseRights(actor(role, Set.of()));
      assertEquals(0, listed(rights), role.code());
      cases.values().forEach(one -> assertEquals(false, finds(one, rights), role.code()));
    }
  }

  @Test
  void anApplicantsAccountReachesItsOwnCasesAndNoOther() {
    Begun own = cases.get("own");
    SignedIn.as(
        new StaffAccount(
            "a.citizen", "某", null, null, null, null, null, Set.of(Role.CITIZEN), Set.of()));
    pool.preparedQuery("update case_file set applicant_account = $2 where case_number = $1")
        .execute(Tuple.of(own.number(), "a.citizen"))
        .await()
        .atMost(PATIENCE);
    CaseRights citizen = new CaseRights(actor("a.citizen", Role.CITIZEN, Set.of()));
    assertEquals(1, listed(citizen));
    cases.forEach((which, one) -> assertEquals(which.equals("own"), finds(one, citizen), which));
    CaseRights other = new CaseRights(actor(Role.ENTERPRISE, Set.of()));
    assertEquals(0, listed(other));
  }

  @Test
  void aPostHeldForAnAbsentColleagueReachesItsDepartmentToo() {
    HeldPost elsewhere = new HeldPost("window", "oth", CaseCity.TOWNSHIP, "oth.window");
    CaseRights standIn = new CaseRights(actor(Role.WINDOW_CLERK, Set.of(elsewhere)));
    cases.forEach(
        (which, one) -> assertEquals(which.equals("other department"), finds(one, standIn), which));
    assertEquals(true, standIn.mayAct("window", "oth", CaseCity.TOWNSHIP, CaseCity.LICENCE));
    assertEquals(false, standIn.mayAct("window", "oth", CaseCity.OTHER_TOWNSHIP, CaseCity.LICENCE));
    assertEquals(false, standIn.mayAct("window", "tst", CaseCity.TOWNSHIP, CaseCity.LICENCE));
    assertEquals(false, standIn.mayAct("reviewer", "oth", CaseCity.TOWNSHIP, CaseCity.LICENCE));
  }

  @Test
  void aDepartmentsCodeIsNoPattern() {
    CaseRights wild =
        new CaseRights(
            actor(Role.WINDOW_CLERK, Set.of(new HeldPost("window", "t_t", CaseCity.CITY, null))));
    CaseRights wilder =
        new CaseRights(
            actor(Role.WINDOW_CLERK, Set.of(new HeldPost("window", "%", CaseCity.CITY, null))));
    cases.values().forEach(one -> assertEquals(false, finds(one, wild) || finds(one, wilder)));
  }

  private static Actor actor(Role role, Set<HeldPost> posts) {
    return actor("test." + role.code().toLowerCase(java.util.Locale.ROOT), role, posts);
  }

  private static Actor actor(String account, Role role, Set<HeldPost> posts) {
    return new Actor(account, "某", null, null, null, Set.of(role), posts);
  }

  private boolean finds(Begun one, CaseRights rights) {
    return store.find(one.number(), rights).await().atMost(PATIENCE).isPresent();
  }

  private int listed(CaseRights rights) {
    return list.page(new CaseList.Asked(false, null, null, null, 20, null), rights.actor())
        .await()
        .atMost(PATIENCE)
        .getTotal();
  }
}
