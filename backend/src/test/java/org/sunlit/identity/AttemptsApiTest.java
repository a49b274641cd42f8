package org.sunlit.identity;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sunlit.identity.Browsers.PASSWORD;
import static org.sunlit.identity.Browsers.contract;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.TravellingClock;

@QuarkusTest
class AttemptsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DEVICE = "sunlit_device";
  private static final int FREE = 10;

  @Inject Accounts accounts;
  @Inject TravellingClock clock;

  private String clerk;

  @BeforeEach
  void createAnAccount() {
    clerk = "attempts.clerk." + UUID.randomUUID();
    accounts
        .create(
            List.of(
                new StaffAccount(clerk, "某人", null, null, null, null, null, Set.of(), Set.of())),
            PASSWORD)
        .await()
        .atMost(PATIENCE);
    clock.travelTo(clock.instant());
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void makesAGuesserWaitWhetherOrNotThereIsSuchAnAccount() {
    for (String account : List.of(clerk, "attempts.nobody." + UUID.randomUUID())) {
      guess(account, FREE);
      Response refused = signIn(account, PASSWORD, null);
      refused
          .then()
          .statusCode(429)
          .header("Retry-After", is("3"))
          .body("type", is("urn:sunlit:problem:too-many-requests"));
    }
  }

  @Test
  void letsTheOwnersBrowserInWhileAStrangerGuesses() {
    String device = signIn(clerk, PASSWORD, null).getCookie(DEVICE);
    guess(clerk, FREE);

    signIn(clerk, PASSWORD, null).then().statusCode(429);
    signIn(clerk, PASSWORD, "somebody made this up").then().statusCode(429);
    signIn(clerk, PASSWORD, device).then().statusCode(200);
  }

  @Test
  void countsAKnownBrowserToo() {
    String device = signIn(clerk, PASSWORD, null).getCookie(DEVICE);
    for (int guess = 0; guess < FREE; guess++) {
      signIn(clerk, "wrong", device).then().statusCode(401);
    }
    signIn(clerk, "wrong", device).then().statusCode(429);
    signIn(clerk, PASSWORD, null).then().statusCode(200);
  }

  @Test
  void letsSomebodyInAfterTheWaitAndForgetsTheFailures() {
    guess(clerk, FREE);
    clock.travelTo(clock.instant().plusSeconds(3));
    signIn(clerk, PASSWORD, null).then().statusCode(200);
    guess(clerk, FREE - 1);
    signIn(clerk, PASSWORD, null).then().statusCode(200);
  }

  @Test
  void countsGuessesThatComeAllAtOnce() throws Exception {
    List<Integer> answers = allAtOnce("wrong");
    assertEquals(FREE, answers.stream().filter(status -> status == 401).count());
    assertEquals(2 * FREE, answers.stream().filter(status -> status == 429).count());
  }

  @Test
  void letsManyBrowsersOfOneAccountInAtOnce() throws Exception {
    assertEquals(List.of(200), allAtOnce(PASSWORD).stream().distinct().toList());
    signIn(clerk, PASSWORD, null).then().statusCode(200);
  }

  @Test
  void isToldToWaitWhenAllTriesWereWrong() {
    guess(clerk, FREE);
    signIn(clerk, "wrong", null).then().statusCode(429);
    clock.travelTo(clock.instant().plusSeconds(3));
    signIn(clerk, "wrong", null).then().statusCode(401);
    signIn(clerk, PASSWORD, null).then().statusCode(429).header("Retry-After", is("5"));
  }

  /** Three times as many browsers as there are free tries. */
  private List<Integer> allAtOnce(String password) throws Exception {
    int browsers = 3 * FREE;
    ExecutorService threads = Executors.newFixedThreadPool(browsers);
    try {
      List<Integer> answers = new ArrayList<>();
      Callable<Integer> browser = () -> signIn(clerk, password, null).statusCode();
      for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(browsers, browser))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void guess(String account, int times) {
    for (int guess = 0; guess < times; guess++) {
      signIn(account, "wrong", null).then().statusCode(401);
    }
  }

  private static Response signIn(String account, String password, String device) {
    var request =
        contract()
            .contentType(ContentType.JSON)
            .body(Map.of("account", account, "password", password));
    return (device == null ? request : request.cookie(DEVICE, device)).post("/api/v1/auth/login");
  }
}
