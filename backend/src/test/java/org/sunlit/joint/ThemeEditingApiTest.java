package org.sunlit.joint;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;
import org.sunlit.testing.Api;

@QuarkusTest
class ThemeEditingApiTest {
  private static final String EDITIONS = "/api/v1/joint-theme-editions";

  @Inject JointCity city;
  @Inject Clock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  private Map<String, Object> proposal(LocalDate from, List<Map<String, Object>> parts) {
    return Map.of(
        "effectiveFrom",
        from.toString(),
        "theme",
        Map.of(
            "name",
            "另一主题",
            "leadDepartment",
            "jta",
            "regionCode",
            "990301000000",
            "statementDays",
            3,
            "parts",
            parts));
  }

  @Test
  void aThemeIsPreviewedPublishedAndChangedFromADayOn() {
    LocalDate today = clock.instant().atZone(CityTime.ZONE).toLocalDate();
    List<Map<String, Object>> parts =
        List.of(Map.of("item", "JTA-LIC-01"), Map.of("item", "JTB-LIC-01"));
    city.as(JointCity.EDITOR)
        .body(proposal(today, parts))
        .post(EDITIONS + "/another/preview")
        .then()
        .statusCode(200)
        .body("baseVersion", is(0))
        .body("changes.field", hasItem("parts"));
    city.as(JointCity.EDITOR)
        .header("If-Match", "\"0\"")
        .body(proposal(today, parts))
        .post(EDITIONS + "/another/versions")
        .then()
        .statusCode(201)
        .body("version", is(1));
    city.as(JointCity.EDITOR)
        .header("If-Match", "\"0\"")
        .body(proposal(today.plusDays(1), parts))
        .post(EDITIONS + "/another/versions")
        .then()
        .statusCode(412);
    List<Map<String, Object>> later =
        List.of(
            Map.of("item", "JTA-LIC-01"),
            Map.of("item", "JTB-LIC-01", "requires", List.of("JTA-LIC-01")));
    city.as(JointCity.EDITOR)
        .header("If-Match", "\"1\"")
        .body(proposal(today.plusDays(1), later))
        .post(EDITIONS + "/another/versions")
        .then()
        .statusCode(201);
    // Until tomorrow the first version holds.
    Api.contract()
        .get("/api/v1/joint-themes/another")
        .then()
        .body("version", is(1))
        .body("items[1].requires", is(List.of()));
    city.as(JointCity.EDITOR)
        .get(EDITIONS)
        .then()
        .statusCode(200)
        .body("find { it.code == 'another' }.versions.version", is(List.of(2, 1)));
    city.as(JointCity.EDITOR)
        .get("/api/v1/administration/changes?kind=jointTheme&subject=another")
        .then()
        .statusCode(200)
        .body("items.action", hasItem("jointThemePublished"));
  }

  @Test
  void whatCannotWorkIsRefusedAllAtOnce() {
    LocalDate today = clock.instant().atZone(CityTime.ZONE).toLocalDate();
    List<Map<String, Object>> parts =
        List.of(
            Map.of("item", "JTA-LIC-01", "requires", List.of("JTB-LIC-01")),
            Map.of("item", "JTB-LIC-01", "requires", List.of("JTA-LIC-01")),
            Map.of("item", "NOT-THERE"));
    city.as(JointCity.EDITOR)
        .body(proposal(today.minusDays(1), parts))
        .post(EDITIONS + "/circle/preview")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/theme/parts/0/requires"))
        .body("errors.pointer", hasItem("/theme/parts/2/item"))
        .body("errors.pointer", hasItem("/effectiveFrom"));
    city.as("jta.window")
        .body(proposal(today, parts))
        .post(EDITIONS + "/circle/preview")
        .then()
        .statusCode(403);
  }
}
