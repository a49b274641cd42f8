package org.sunlit.staff;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
import org.sunlit.testing.SignedIn;

/** Two departments with an item, and whoever a test needs. */
@ApplicationScoped
class StaffCity {
  static final String CITY = "990300000000";
  static final String ITEM = "SFA-LIC-01";

  private final Founding founding;
  private boolean founded;

  StaffCity(Founding founding) {
    this.founding = founding;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    founding.publish(
        List.of(Founding.city(CITY, "人员市")),
        List.of(Founding.department("sfa", "人员甲局", CITY), Founding.department("sfb", "人员乙局", CITY)),
        List.of(item("sfa", ITEM), item("sfa", "SFA-LIC-02"), item("sfb", "SFB-LIC-01")));
    founded = true;
  }

  /** An account of its own for one test. */
  static StaffAccount person(String department, String post, Role... roles) {
    return person(department, post, null, roles);
  }

  static StaffAccount person(String department, String post, String backup, Role... roles) {
    String account = "sf." + UUID.randomUUID().toString().substring(0, 12);
    return new StaffAccount(
        account,
        "王" + account.substring(3, 7),
        "Wang " + account.substring(3, 7),
        null,
        department,
        CITY,
        backup,
        Set.of(roles),
        post == null ? Set.of() : Set.of(post));
  }

  static StaffAccount cityAdministrator() {
    return person(null, null, Role.ADMINISTRATOR);
  }

  /** Requests of this account, which is created unless it is there. */
  static Asker as(StaffAccount account) {
    return new Asker(SignedIn.as(account));
  }

  /** Somebody with a token that stays the same whatever becomes of them. */
  record Asker(String token) {
    RequestSpecification ask() {
      return Api.contract()
          .header("Accept-Language", "en")
          .header("Authorization", "Bearer " + token);
    }

    Response get(String path) {
      return ask().get("/api/v1" + path);
    }

    Response post(String path, Object body) {
      return ask().body(body).post("/api/v1" + path);
    }

    /** Without a body. */
    Response post(String path) {
      return ask().post("/api/v1" + path);
    }

    Response delete(String path) {
      return ask().delete("/api/v1" + path);
    }

    Response put(String path, String version, Object body) {
      RequestSpecification request = ask().body(body);
      return (version == null ? request : request.header("If-Match", version))
          .put("/api/v1" + path);
    }

    Response act(String caseNumber, String action, Map<String, Object> command) {
      return Desk.act(this::ask, caseNumber, action, command);
    }
  }

  /** A new case. */
  static String begin() {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "itemCode",
                ITEM,
                "applicant",
                Map.of("kind", "person", "name", "王小明", "phone", "13812345678")))
        .post("/api/v1/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("caseNumber");
  }

  private static SampleItem item(String department, String code) {
    return SampleItem.of(department, code, CITY).named("人员测试事项");
  }
}
