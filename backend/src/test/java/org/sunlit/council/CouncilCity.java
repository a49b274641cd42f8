package org.sunlit.council;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** A city with an office, members, and departments that answer them, for tests. */
@ApplicationScoped
class CouncilCity {
  static final String WATER = "cclwater";
  static final String OFFICE = "ccl.office";
  static final String ANSWERER = "ccl.reviewer";
  static final String STRANGER = "ccl.stranger";
  static final String SUPERVISOR = "ccl.supervisor";
  static final String ROOM = "/api/v1/council-room";
  static final String DESK = "/api/v1/council-desk";
  private static final String CITY = "990860000000";
  private static boolean founded;
  private static int people;

  private final Founding founding;
  private final Desk desk = new Desk(SignedIn::token);

  CouncilCity(Founding founding) {
    this.founding = founding;
  }

  void found() {
    if (founded) {
      return;
    }
    founded = true;
    founding.publish(
        List.of(Founding.city(CITY, "监督市")),
        List.of(
            Founding.department(WATER, "水务局", CITY), Founding.department("cclroads", "城管局", CITY)),
        List.of());
    SignedIn.as(OFFICE, null, Role.PETITION_SCREENER);
    SignedIn.as(ANSWERER, WATER, Role.REVIEWER);
    SignedIn.as(STRANGER, "cclroads", Role.APPROVER);
    SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
  }

  static LocalDate today() {
    return LocalDate.now(CityTime.ZONE);
  }

  Map<String, Object> appointment(String certificate) {
    return new HashMap<>(
        Map.of(
            "certificate", certificate,
            "kind", "supervisor",
            "name", "卫明远",
            "organisation", "监督市工商联",
            "appointedBy", "监督市优化营商环境办公室",
            "servesFrom", today().minusMonths(1).toString(),
            "servesUntil", today().plusYears(2).toString()));
  }

  JsonPath appointed(String certificate) {
    return desk.as(OFFICE)
        .body(appointment(certificate))
        .post(DESK + "/members")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  Response join(String account, String certificate, String code) {
    return desk.as(account)
        .body(Map.of("certificate", certificate, "code", code, "named", true))
        .post(ROOM + "/membership");
  }

  /** Somebody who serves, and their appointment's id. */
  record Somebody(String account, String member) {}

  Somebody member() {
    String account = "ccl.citizen" + ++people;
    SignedIn.as(account, null, Role.CITIZEN);
    JsonPath invitation = appointed("晴监聘-" + people);
    join(account, "晴监聘-" + people, invitation.getString("code")).then().statusCode(200);
    return new Somebody(account, invitation.getString("member.id"));
  }

  String topic(String account, String words) {
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "kind", "question", "title", "企业供水接入为何要跑三次", "words", words, "department", WATER))
        .post(ROOM + "/topics")
        .then()
        .statusCode(201)
        .body("summary.state", equalTo("pending"))
        .extract()
        .path("summary.number");
  }

  Response act(String account, String number, String action, Map<String, Object> command) {
    Response seen = desk.as(account).get(DESK + "/topics/" + number);
    return desk.as(account)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", seen.getHeader("ETag") == null ? "\"1\"" : seen.getHeader("ETag"))
        .body(command)
        .post(DESK + "/topics/" + number + "/actions/" + action);
  }

  void release(String number, int of) {
    act(OFFICE, number, "release", Map.of("of", of)).then().statusCode(200);
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  /** What each comes to, done at the same time, the least first. */
  @SafeVarargs
  static List<Integer> together(Supplier<Integer>... deeds) {
    return Stream.of(deeds).map(CompletableFuture::supplyAsync).toList().stream()
        .map(CompletableFuture::join)
        .sorted()
        .toList();
  }
}
