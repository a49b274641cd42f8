package org.sunlit.inspection;

import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SampleItem;
import org.sunlit.testing.SignedIn;

/** A department of a county that is inspected, one beside it, and supervisors. */
@ApplicationScoped
class InspectionCity {
  static final String CITY = "990880000000";
  static final String COUNTY = "990881000000";
  static final String FIRST = "ins.first";
  static final String SECOND = "ins.second";
  static final String SECRET = "窗口王某某收受购物卡";
  static final List<String> COVERT = List.of("greeted", "working", "told", "noGift", "hours");

  private final Founding founding;
  private final Clock clock;
  private final Desk desk = new Desk(SignedIn::token);

  InspectionCity(Founding founding, Clock clock) {
    this.founding = founding;
    this.clock = clock;
  }

  void found() {
    founding.publish(
        List.of(
            Founding.city(CITY, "督查市"),
            new RegionDraft(COUNTY, "督查区", null, RegionLevel.COUNTY, CITY)),
        List.of(Founding.department("ins", "被督查局", COUNTY), Founding.department("inx", "旁局", CITY)),
        List.of(SampleItem.of("ins", "INS-LIC-01", CITY).named("督查事项")));
    Founding.employ("ins", "inx");
    SignedIn.as(FIRST, null, Role.SUPERVISOR);
    SignedIn.as(SECOND, null, Role.SUPERVISOR);
    SignedIn.as("ins.insider", "ins", Role.SUPERVISOR);
  }

  Map<String, Object> covert() {
    Map<String, Object> draft = new HashMap<>();
    draft.put("kind", "covert");
    draft.put("department", "ins");
    draft.put("post", "approver");
    draft.put("inspectedAt", CityTime.offset(clock.instant().minusSeconds(3600)).toString());
    draft.put("inspectors", List.of(FIRST, SECOND));
    draft.put(
        "checks",
        COVERT.stream()
            .map(code -> Map.of("code", code, "result", code.equals("noGift") ? "notMet" : "met"))
            .toList());
    draft.put("found", SECRET);
    draft.put("conclusion", "责令整改");
    return draft;
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  Response recorded(Map<String, Object> draft, String key) {
    return as(FIRST).header("Idempotency-Key", key).body(draft).post("/api/v1/inspections");
  }

  Response open(String account, String id) {
    return as(account).get("/api/v1/inspections/" + id);
  }

  Response act(String account, String id, String action, Map<String, Object> command) {
    return as(account)
        .header("Idempotency-Key", Api.key())
        .header("If-Match", open(FIRST, id).getHeader("ETag"))
        .body(command)
        .post("/api/v1/inspections/" + id + "/actions/" + action);
  }

  static void refused(Response answer, String pointer) {
    answer.then().statusCode(422).body("errors.pointer", hasItem(pointer));
  }

  Response draw(Map<String, Object> wish) {
    return as(FIRST)
        .header("Idempotency-Key", Api.key())
        .body(wish)
        .post("/api/v1/inspection-samples");
  }

  /** A case that its applicant has taken back. */
  String ended() {
    Response receipt =
        Api.contract()
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "itemCode",
                    "INS-LIC-01",
                    "applicant",
                    Map.of("kind", "person", "name", "王小明", "phone", "13812345678")))
            .post("/api/v1/applications");
    receipt.then().statusCode(201);
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "caseNumber", receipt.path("caseNumber"),
                "trackingCode", receipt.path("trackingCode")))
        .post("/api/v1/tracking/withdrawals")
        .then()
        .statusCode(200);
    return receipt.path("caseNumber");
  }
}
