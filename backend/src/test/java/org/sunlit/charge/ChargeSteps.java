package org.sunlit.charge;

import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.charge.ChargeCity.Begun;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** What has to be done in every test of charging. */
abstract class ChargeSteps {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ChargeCity city;
  @Inject PaymentSweep sweep;
  @Inject TravellingClock clock;
  @Inject Tables tables;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  /** Two nodes ask at once. */
  void atOnceSweep() {
    Uni.join().all(sweep.sweep(), sweep.sweep()).andFailFast().await().atMost(PATIENCE);
  }

  long events(String subject, String kind) {
    return tables.count(
        "select count(*) from journal_event where subject_id = $1 and kind = $2", subject, kind);
  }

  /**
   * A joint application for both items, its papers complete.
   *
   * @param whole by the number of the whole
   */
  record Together(Begun whole, Begun registration, Begun road) {}

  Together together() {
    Response receipt =
        Api.contract()
            .header("Idempotency-Key", Api.key())
            .body(
                Map.of(
                    "themeCode",
                    ChargeCity.THEME,
                    "answers",
                    Map.of(),
                    "applicant",
                    Map.of("kind", "person", "name", "王小明", "phone", "13812345678"),
                    "subject",
                    "测试店",
                    "materials",
                    List.of()))
            .post("/api/v1/joint-applications");
    receipt.then().statusCode(201);
    Together all =
        new Together(
            new Begun(receipt.path("jointNumber"), receipt.path("trackingCode")),
            part(receipt, ChargeCity.REGISTRATION),
            part(receipt, ChargeCity.ROAD));
    complete("cha.window", all.whole(), all.registration());
    complete("chb.window", all.whole(), all.road());
    return all;
  }

  private static Begun part(Response receipt, String item) {
    return new Begun(
        receipt.path("cases.find { it.itemCode == '%s' }.caseNumber".formatted(item)),
        receipt.path("trackingCode"));
  }

  private void complete(String account, Begun whole, Begun part) {
    city.as(account)
        .header("Idempotency-Key", Api.key())
        .body(Map.of("caseNumber", part.number(), "missing", List.of(), "confirmedRisk", true))
        .post("/api/v1/joint-applications/" + whole.number() + "/statements")
        .then()
        .statusCode(200);
  }
}
