package org.sunlit.casework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.edge.BehindAProxy;
import org.sunlit.testing.RawHttp;

/** A whole village lives behind one address (NAT). Nobody there may be shut out by the others. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class VillageApiTest {
  private static final String VILLAGE = "203.0.113.99";
  private static final String OTHER_VILLAGE = "203.0.113.98";
  private static final String WRONG = "AAAAA-AAAAA";

  @Inject CaseCity city;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void aVillageBehindOneAddressReadsAndTracks() throws Exception {
    List<Callable<Void>> villagers = new ArrayList<>();
    for (int villager = 0; villager < 20; villager++) {
      Begun own = CaseCity.begin(CaseCity.BARE);
      villagers.add(() -> lookOftenAndMistype(own));
    }
    ExecutorService village = Executors.newFixedThreadPool(villagers.size());
    try {
      for (Future<Void> looked : village.invokeAll(villagers)) {
        looked.get();
      }
    } finally {
      village.shutdownNow();
    }
  }

  /** Old people mistype, each a few times, and then get it right. */
  private static Void lookOftenAndMistype(Begun own) throws IOException {
    for (int time = 0; time < 50; time++) {
      assertEquals("200", tracked(own.number(), own.code()));
      if (time % 20 == 0) {
        assertEquals("200", asked("GET", "/api/v1/board/feed", ""));
      }
    }
    for (int slip = 0; slip < 4; slip++) {
      assertEquals("404", tracked(own.number(), WRONG));
    }
    assertEquals("200", tracked(own.number(), own.code()));
    return null;
  }

  @Test
  void aGuesserIsStoppedAndTheirNeighboursAreNot() {
    Begun victim = CaseCity.begin(CaseCity.BARE);
    Begun neighbour = CaseCity.begin(CaseCity.BARE);
    int looked = 0;
    Response last = track(victim.number(), WRONG);
    while (last.statusCode() == 404 && looked < 50) {
      looked++;
      last = track(victim.number(), WRONG);
    }
    assertEquals(10, looked);
    last.then()
        .statusCode(429)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body("type", is("urn:sunlit:problem:too-many-requests"));
    assertTrue(Integer.parseInt(last.header("Retry-After")) <= 60);
    assertEquals(429, track(victim.number(), victim.code()).statusCode(), "not even if right");
    for (int many = 0; many < 30; many++) {
      for (int time = 0; time < 12; time++) {
        track(CaseNumbers.of(LocalDate.of(2026, 1, 1), many), WRONG);
      }
    }
    assertEquals(200, track(neighbour.number(), neighbour.code()).statusCode());
    assertEquals(
        200,
        track("198.51.100.7", victim.number(), victim.code()).statusCode(),
        "from anywhere else the case is open to who has its code");
  }

  private static String tracked(String number, String code) throws IOException {
    return asked(
        "POST",
        "/api/v1/tracking",
        "{\"caseNumber\":\"" + number + "\",\"trackingCode\":\"" + code + "\"}");
  }

  /** By hand from the other village, which asks a thousand times: the answer's status. */
  private static String asked(String method, String path, String body) throws IOException {
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      http.ask(
          method,
          path,
          "X-Forwarded-For: " + OTHER_VILLAGE,
          "Content-Type: application/json",
          "Content-Length: " + body.length(),
          "Connection: close");
      http.send(body);
      return http.answer().split(" ", 3)[1];
    }
  }

  private static Response track(String number, String code) {
    return track(VILLAGE, number, code);
  }

  private static Response track(String from, String number, String code) {
    return given()
        .header("X-Forwarded-For", from)
        .contentType("application/json")
        .body(Map.of("caseNumber", number, "trackingCode", code))
        .post("/api/v1/tracking");
  }
}
