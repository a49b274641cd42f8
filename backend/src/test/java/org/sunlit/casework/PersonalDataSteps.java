package org.sunlit.casework;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;

/** The life of a case whose every word is personal. */
abstract class PersonalDataSteps {
  static final String NAME = "慕容晓芙";
  static final String IDENTITY = "11010519491231002X";
  static final String PHONE = "13987651234";
  static final String ADDRESS = "晴川市晴岚区听雨街道落霞路77号";
  static final String SUBJECT = "落霞路七十七号慕容家小面馆";
  static final String REASON = "慕容晓芙女士的租赁合同缺页";
  static final String LACK = "落霞路合同第三页";
  static final String MESSAGE = "慕容晓芙已补交";
  static final String FILE = "慕容晓芙-身份证.pdf";
  static final String CONTENT = "慕容晓芙的合同正文";

  @Inject CaseCity city;
  @Inject AgroalDataSource database;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  static Begun begin() {
    Map<String, Object> application = CaseCity.application(CaseCity.LICENCE);
    Map<String, Object> applicant = new HashMap<>();
    applicant.put("kind", "person");
    applicant.put("name", NAME);
    applicant.put("identityNumber", IDENTITY);
    applicant.put("phone", PHONE);
    applicant.put("address", ADDRESS);
    application.put("applicant", applicant);
    application.put("subject", SUBJECT);
    application.put("materials", List.of(Map.of("code", "M1", "uploadId", upload())));
    Response receipt = CaseCity.apply(application).then().statusCode(201).extract().response();
    return new Begun(receipt.path("caseNumber"), receipt.path("trackingCode"));
  }

  static String upload() {
    byte[] pdf =
        (new String(Api.PDF, StandardCharsets.US_ASCII) + "% " + CONTENT)
            .getBytes(StandardCharsets.UTF_8);
    return Api.upload(FILE, pdf).then().statusCode(201).extract().path("id");
  }

  /** A whole life, with words of people at every turn. */
  Begun lived() {
    Begun begun = begin();
    done(
        "tst.window",
        begun,
        "request-correction",
        Map.of("reason", REASON, "missing", List.of(Map.of("materialCode", "M1", "what", LACK))));
    Map<String, Object> supplement = begun.ticket();
    supplement.put("message", MESSAGE);
    supplement.put("materials", List.of(Map.of("code", "M1", "uploadId", upload())));
    Api.contract()
        .header("Idempotency-Key", Api.key())
        .body(supplement)
        .post("/api/v1/tracking/supplements")
        .then()
        .statusCode(200);
    done("tst.window", begun, "refuse", Map.of("reason", REASON));
    return begun;
  }

  void done(String account, Begun begun, String action, Map<String, Object> command) {
    city.act(account, begun, action, command).then().statusCode(200);
  }

  ValidatableResponse file(String account, Begun begun) {
    return city.as(account).get("/api/v1/cases/" + begun.number()).then().statusCode(200);
  }

  Response ask(String account, Begun begun, String reason) {
    return city.as(account)
        .body(Map.of("fields", List.of("name", "phone"), "reasonKind", "contact", "reason", reason))
        .post("/api/v1/cases/" + begun.number() + "/unmaskings");
  }

  Response decide(String account, String confirmation) {
    return city.as(account)
        .body(Map.of())
        .post("/api/v1/confirmations/" + UUID.fromString(confirmation) + "/confirm");
  }

  Response search(String account, Map<String, String> term) {
    return city.as(account).body(term).post("/api/v1/people/search");
  }
}
