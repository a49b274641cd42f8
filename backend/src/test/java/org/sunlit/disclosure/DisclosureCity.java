package org.sunlit.disclosure;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sunlit.identity.Role;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** A department with a drafter and two leaders, and whoever keeps the duties. */
@ApplicationScoped
class DisclosureCity {
  static final String KEEPER = "disclosure.keeper";
  static final String SUPERVISOR = "disclosure.supervisor";
  private static final String CITY = "990700000000";
  private static final String PUBLICATIONS = "/api/v1/publications/{number}";

  private final Founding founding;
  private final Desk desk = new Desk(SignedIn::token);
  private final AtomicInteger departments = new AtomicInteger();

  DisclosureCity(Founding founding) {
    this.founding = founding;
  }

  /** A department that has published nothing; its people are {@code <it>.drafter} and so on. */
  String department() {
    String code = "dsc" + departments.incrementAndGet();
    founding.publish(CITY, "公开市", code);
    SignedIn.as(code + ".drafter", code, Role.WINDOW_CLERK);
    SignedIn.as(code + ".leader", code, Role.APPROVER);
    SignedIn.as(code + ".second", code, Role.CHIEF_REPRESENTATIVE);
    if (departments.get() == 1) {
      SignedIn.as(KEEPER, null, Role.ADMINISTRATOR);
      SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
    }
    return code;
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  static Map<String, Object> content(String title, String body) {
    return new HashMap<>(
        Map.of("title", title, "body", body, "categories", List.of("budget", "expenses")));
  }

  Response draft(String account, Map<String, Object> content) {
    return as(account)
        .header("Idempotency-Key", Api.key())
        .body(content)
        .post("/api/v1/publications");
  }

  Response open(String account, String number) {
    return as(account).get(PUBLICATIONS, number);
  }

  Response edit(String account, String number, Map<String, Object> content) {
    return as(account)
        .header("If-Match", open(account, number).getHeader("ETag"))
        .body(content)
        .put(PUBLICATIONS, number);
  }

  Response act(String account, String number, String action, Map<String, Object> command) {
    return as(account)
        .header("If-Match", open(account, number).getHeader("ETag"))
        .header("Idempotency-Key", Api.key())
        .body(command)
        .post(PUBLICATIONS + "/actions/{action}", number, action);
  }

  /** Drafted, reviewed by another and public now; its number. */
  String publish(String department, Map<String, Object> content) {
    String number =
        draft(department + ".drafter", content).then().statusCode(201).extract().path("row.number");
    act(department + ".drafter", number, "submit", Map.of()).then().statusCode(200);
    act(department + ".leader", number, "approve", Map.of()).then().statusCode(200);
    return number;
  }
}
