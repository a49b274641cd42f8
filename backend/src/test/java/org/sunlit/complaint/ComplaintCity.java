package org.sunlit.complaint;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.identity.Role;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** Two departments with their people, somebody who screens, a supervisor, a committee member. */
@ApplicationScoped
class ComplaintCity {
  static final String WATER = "cplwater";
  static final String ROADS = "cplroads";
  static final String CLERK = "cpl.clerk";
  static final String COLLEAGUE = "cpl.colleague";
  static final String LEADER = "cpl.leader";
  static final String ROADS_CLERK = "cpl.roads";
  static final String SCREENER = "cpl.screener";
  static final String SUPERVISOR = "cpl.supervisor";
  static final String MEMBER = "cpl.member";
  private static final String CITY = "990700000000";

  /** What the writer holds. */
  record Keys(String number, String code) {
    Map<String, Object> with(String field, Object value) {
      Map<String, Object> body = new HashMap<>(Map.of("number", number, "trackingCode", code));
      if (field != null) {
        body.put(field, value);
      }
      return body;
    }
  }

  private final Founding founding;
  private final Desk desk = new Desk(SignedIn::token);
  private boolean founded;

  ComplaintCity(Founding founding) {
    this.founding = founding;
  }

  /** Once for all tests: making accounts is slow on purpose. */
  synchronized void found() {
    if (founded) {
      return;
    }
    founded = true;
    founding.publish(
        List.of(Founding.city(CITY, "诉求市")),
        List.of(Founding.department(WATER, "水务局", CITY), Founding.department(ROADS, "城管局", CITY)),
        List.of());
    SignedIn.as(CLERK, WATER, Role.WINDOW_CLERK);
    SignedIn.as(COLLEAGUE, WATER, Role.REVIEWER);
    SignedIn.as(LEADER, WATER, Role.APPROVER);
    SignedIn.as(ROADS_CLERK, ROADS, Role.WINDOW_CLERK);
    SignedIn.as(SCREENER, null, Role.PETITION_SCREENER);
    SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
    SignedIn.as(MEMBER, null, Role.COMMITTEE_MEMBER);
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  String token(String account) {
    return desk.token(account);
  }

  static Map<String, Object> message(String naming) {
    Map<String, Object> message =
        new HashMap<>(
            Map.of(
                "kind", "complaint",
                "naming", naming,
                "subject", "井盖破损",
                "text", "我是李小满，电话13900001111，青石巷口井盖破损，请尽快修好。"));
    if (!naming.equals("anonymous")) {
      message.put("name", "李小满");
      message.put("phone", "13900001111");
    }
    return message;
  }

  Keys send(Map<String, Object> message) {
    JsonPath receipt =
        Api.contract()
            .header("Idempotency-Key", Api.key())
            .body(message)
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Keys(receipt.getString("number"), receipt.getString("trackingCode"));
  }

  Response track(Keys keys) {
    return Api.contract().body(keys.with(null, null)).post("/api/v1/complaints/tracking");
  }

  Response open(String account, Keys keys) {
    return as(account).get("/api/v1/complaint-desk/" + keys.number());
  }

  Response act(String account, Keys keys, String action, Map<String, Object> command) {
    return act(account, keys, action, command, open(account, keys).getHeader("ETag"));
  }

  Response act(String account, Keys keys, String action, Map<String, Object> command, String tag) {
    return as(account)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", tag == null ? "\"1\"" : tag)
        .body(command)
        .post("/api/v1/complaint-desk/" + keys.number() + "/actions/" + action);
  }

  /** Screened, and with the water department. */
  Keys assigned(Map<String, Object> message) {
    Keys keys = send(message);
    act(SCREENER, keys, "screen", Map.of("kind", "complaint")).then().statusCode(200);
    act(SCREENER, keys, "assign", Map.of("department", WATER, "joint", List.of(ROADS)))
        .then()
        .statusCode(200);
    return keys;
  }

  void answer(String account, Keys keys, String words) {
    act(account, keys, "takeUp", Map.of()).then().statusCode(200);
    act(account, keys, "reply", Map.of("words", words)).then().statusCode(200);
  }

  Response rate(Keys keys, String grade) {
    return Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(keys.with("grade", grade))
        .post("/api/v1/complaints/ratings");
  }
}
