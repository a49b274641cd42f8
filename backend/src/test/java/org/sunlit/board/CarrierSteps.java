package org.sunlit.board;

import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.identity.Role;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** What has to be done in every test of carriers: screens, walls and boards. */
abstract class CarrierSteps {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String CITY = "990300000000";
  static final String DEPARTMENT = "cra";
  static final String RESPONSIBLE = "cra.window";
  static final String ADMINISTRATOR = SignedIn.nameOf(Role.ADMINISTRATOR);

  @Inject Founding founding;
  @Inject Screens screens;
  @Inject Clock clock;

  final Desk desk = new Desk(SignedIn::token);

  @BeforeEach
  void found() {
    founding.publish(
        List.of(Founding.city(CITY, "载体市")),
        List.of(Founding.department(DEPARTMENT, "载体局", CITY)),
        List.of());
    Founding.employ(DEPARTMENT);
    screens
        .register(List.of(new Screen("cra-hall", "载体大厅", "Carrier hall", "hall", CITY, null)))
        .await()
        .atMost(PATIENCE);
    SignedIn.as(Role.ADMINISTRATOR);
  }

  static Map<String, Object> form(String kind, String name) {
    return new HashMap<>(
        Map.of(
            "kind", kind,
            "name", name,
            "place", "东街1号",
            "regionCode", CITY,
            "departmentCode", DEPARTMENT,
            "responsible", RESPONSIBLE));
  }

  ValidatableResponse keep(String code, Map<String, ?> form, String seen, boolean dryRun) {
    return as(ADMINISTRATOR)
        .header("If-Match", seen)
        .body(form)
        .put("/api/v1/carriers/" + code + "?dryRun=" + dryRun)
        .then();
  }

  ValidatableResponse state(String code, String state) {
    return as(RESPONSIBLE)
        .get("/api/v1/carriers/" + code)
        .then()
        .statusCode(200)
        .body("carrier.state", is(state));
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }
}
