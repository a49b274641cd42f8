package org.sunlit.staff;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemContent;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemPublisher;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Publication;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** Two departments with an item, and whoever a test needs. */
@ApplicationScoped
class StaffCity {
  static final String CITY = "990300000000";
  static final String ITEM = "SFA-LIC-01";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ItemPublisher publisher;
  private boolean founded;

  StaffCity(ItemPublisher publisher) {
    this.publisher = publisher;
  }

  synchronized void found() {
    if (founded) {
      return;
    }
    publisher
        .publish(
            Publication.of(
                List.of(new RegionDraft(CITY, "人员市", null, RegionLevel.CITY, null)),
                List.of(department("sfa", "人员甲局"), department("sfb", "人员乙局")),
                List.of(item("sfa", ITEM), item("sfa", "SFA-LIC-02"), item("sfb", "SFB-LIC-01")),
                LocalDate.of(2024, 1, 1)))
        .await()
        .atMost(PATIENCE);
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
      return given()
          .filter(ContractFilter.both())
          .contentType(ContentType.JSON)
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
      Map<String, Object> body = new HashMap<>(command);
      body.put("confirmedRisk", true);
      String version = get("/cases/" + caseNumber).getHeader("ETag");
      RequestSpecification request = ask().header("Idempotency-Key", key()).body(body);
      return (version == null ? request : request.header("If-Match", version))
          .post("/api/v1/cases/" + caseNumber + "/actions/" + action);
    }
  }

  /** A new case. */
  static String begin() {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key())
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

  private static String key() {
    return "test-" + UUID.randomUUID();
  }

  private static DepartmentDraft department(String code, String name) {
    return new DepartmentDraft(
        code, name, null, null, null, CITY, null, null, null, null, null, null);
  }

  private static ItemDraft item(String department, String code) {
    return new ItemDraft(
        code,
        null,
        new ItemContent(
            "人员测试事项" + code,
            null,
            null,
            Category.LICENCE,
            department,
            CITY,
            RegionLevel.CITY,
            ItemStatus.IN_FORCE,
            null,
            null,
            null,
            Handling.PROMISED,
            null,
            null,
            4,
            0,
            ServiceFor.BOTH,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        null);
  }
}
