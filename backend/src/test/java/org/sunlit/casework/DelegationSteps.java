package org.sunlit.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

/** What has to be done in every test of townships that act for departments. */
abstract class DelegationSteps {
  static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);
  static final String CENTRE = "tst-centre";
  static final String OTHER_CENTRE = "tst-centre-2";
  static final String ROOM = "tst-room";
  static final String LETTER = "测授〔2026〕7号";

  @Inject CaseCity city;

  @BeforeEach
  void found() {
    city.found();
    keep(CENTRE, "townshipCentre", CaseCity.TOWNSHIP, "晴岚街道便民服务中心");
    keep(OTHER_CENTRE, "townshipCentre", CaseCity.OTHER_TOWNSHIP, "云溪镇便民服务中心");
    keep(ROOM, "villageRoom", CaseCity.VILLAGE, "上闸村便民服务室");
    delegate(CaseCity.LICENCE, CENTRE, List.of("accept", "issue"), LETTER);
    delegate(CaseCity.EXPERT, CENTRE, List.of("forward"), "测授〔2026〕8号");
  }

  RequestSpecification manage() {
    return city.as("admin.a");
  }

  void keep(String code, String kind, String region, String name) {
    Response before = Api.contract().get("/api/v1/places/" + code);
    if (before.statusCode() == 404) {
      manage()
          .header("If-Match", "\"0\"")
          .body(form(kind, region, name))
          .put("/api/v1/places/" + code)
          .then()
          .statusCode(200);
    }
  }

  static Map<String, Object> form(String kind, String region, String name) {
    return Map.of(
        "kind",
        kind,
        "regionCode",
        region,
        "name",
        name,
        "address",
        "测试路1号",
        "telephone",
        "0999-6100100",
        "hours",
        List.of(Map.of("from", "08:30", "until", "12:00")));
  }

  void delegate(String item, String place, List<String> powers, String letter) {
    int status =
        manage().body(draft(item, place, powers, letter)).post("/api/v1/delegations").statusCode();
    assertEquals(true, status == 200 || status == 409, "delegated: " + status);
  }

  static Map<String, Object> draft(String item, String place, List<String> powers, String letter) {
    return Map.of(
        "itemCode",
        item,
        "placeCode",
        place,
        "powers",
        powers,
        "letterNumber",
        letter,
        "issuedBy",
        "测试局局长",
        "from",
        TODAY.minusDays(30).toString());
  }

  /** Takes in at a window. */
  Response handIn(String account, Map<String, Object> wanted, int status) {
    Response answer =
        city.as(account)
            .header("Idempotency-Key", Api.key())
            .body(wanted)
            .post("/api/v1/window-applications");
    answer.then().statusCode(status);
    return answer;
  }

  static CaseCity.Begun begun(Response receipt) {
    return new CaseCity.Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  /** A single read and a search agree on whether somebody sees a case. */
  void assertSees(String account, CaseCity.Begun begun, boolean sees) {
    city.as(account).get("/api/v1/cases/" + begun.number()).then().statusCode(sees ? 200 : 404);
    boolean listed =
        city.as(account)
            .get("/api/v1/cases?scope=department&q=" + begun.number())
            .then()
            .statusCode(200)
            .extract()
            .<List<String>>path("items.caseNumber")
            .contains(begun.number());
    assertEquals(sees, listed, account);
  }
}
