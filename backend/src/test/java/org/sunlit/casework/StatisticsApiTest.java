package org.sunlit.casework;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.powerlist.ItemPublisher;
import org.sunlit.testing.Api;
import org.sunlit.testing.Founding;

/** What is counted of how cases run, and what that lets one expect. */
@QuarkusTest
class StatisticsApiTest {
  private static final String ITEM = "TST-STA-01";
  private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CASES = 12;

  @Inject CaseCity city;
  @Inject ItemPublisher publisher;
  @Inject TravellingClock clock;
  @Inject CalendarService calendars;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  /** The nth waits n half-hours for acceptance and is closed n working days after it came. */
  @Test
  void tellsHowLongStepsTakeAndWhatThatLetsOneExpect() {
    city.publish(ITEM, "four-step", 15, Founding.FROM);
    live(1);
    await(() -> figures(ITEM).<List<Object>>path("steps").size() == 4);
    figures(ITEM)
        .then()
        .body("minimum", equalTo(5), "unit", equalTo("workingDays"))
        .body("steps.cases", hasItem(nullValue()))
        .body("steps.medianMinutes", not(hasItem(30)));
    for (int nth = 2; nth <= CASES; nth++) {
      live(nth);
    }
    await(() -> cases(ITEM) == CASES);
    figures(ITEM)
        .then()
        .body("steps.find { it.stepId == 'accept' }.medianMinutes", equalTo(6 * 30))
        .body("steps.find { it.stepId == 'accept' }.ninetiethMinutes", equalTo(11 * 30))
        .body("steps.find { it.stepId == 'review' }.cases", equalTo(CASES))
        .body("steps.find { it.stepId == 'review' }.open", equalTo(0));

    expectOfAnOpenCase();
    keepsWhatWasPredicted();
    countsTheSameAgain();
  }

  private void expectOfAnOpenCase() {
    LocalDate began = LocalDate.of(2024, 6, 3);
    travel(began, LocalTime.of(9, 0));
    CaseCity.Begun begun = CaseCity.begin(ITEM);
    await(() -> prediction(begun).statusCode() == 200);
    prediction(begun)
        .then()
        .body("state", equalTo("predicted"), "probability", equalTo(90), "cases", equalTo(CASES))
        .body("date", equalTo(calendars.current().plusWorkingDays(began, 12).toString()));
    Api.contract()
        .get("/api/v1/departments/tst/post-load")
        .then()
        .statusCode(200)
        .body("posts.code", hasItem("window"))
        .body("posts.find { it.code == 'window' }.steps.name", hasItem("受理"));

    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    // Ten of the twelve were in review for three working days or more.
    travel(calendars.current().plusWorkingDays(began, 3), LocalTime.of(12, 0));
    await(() -> state(begun).equals("predicted"));
    prediction(begun)
        .then()
        .body("cases", equalTo(10))
        .body("date", equalTo(calendars.current().plusWorkingDays(began, 12).toString()));
    travel(calendars.current().plusWorkingDays(began, 4), LocalTime.of(12, 0));
    prediction(begun).then().body("state", equalTo("tooFew"), "date", nullValue());

    travel(calendars.current().plusWorkingDays(began, 1), LocalTime.of(9, 0));
    city.pause(
        "tst.reviewer",
        "tst.approver",
        begun,
        Map.of("ground", "inspection", "reason", "需送检验，依行政许可法第四十五条"));
    await(() -> state(begun).equals("paused"));
    prediction(begun).then().statusCode(200).body("date", nullValue());
    // Two whole working days later it goes on, and may be closed so much later.
    travel(calendars.current().plusWorkingDays(began, 3), LocalTime.of(9, 0));
    city.act("tst.reviewer", begun, "resume", Map.of()).then().statusCode(200);
    await(() -> state(begun).equals("predicted"));
    prediction(begun)
        .then()
        .body("date", equalTo(calendars.current().plusWorkingDays(began, 14).toString()));

    CaseCity.Begun lacking = CaseCity.begin(ITEM);
    await(() -> prediction(lacking).statusCode() == 200);
    assertEquals("predicted", state(lacking), "it has never ended");
    city.act(
            "tst.window",
            lacking,
            "request-correction",
            Map.of("missing", List.of(Map.of("what", "身份证复印件"))))
        .then()
        .statusCode(200);
    await(() -> prediction(lacking).statusCode() == 200 && state(lacking).equals("inCorrection"));
    Api.contract().get("/api/v1/case-predictions/20240101-000000-0").then().statusCode(404);
  }

  /**
   * The eleventh was promised the tenth's time, the twelfth the eleventh's; both took a day more.
   */
  private void keepsWhatWasPredicted() {
    List<String> kept =
        strings(
            """
            select step_id || ' ' || days || ' ' || came_true from statistics_prediction
            where item_code = $1 and settled_at is not null order by made_at, days
            """,
            ITEM);
    assertEquals(8, kept.size(), kept.toString());
    assertTrue(
        kept.containsAll(
            List.of(
                "accept 10 false",
                "accept 11 false",
                "review 10 false",
                "review 11 false",
                "approve 0 true",
                "close 0 true")),
        kept.toString());
    travel(LocalDate.of(2024, 6, 10), LocalTime.NOON);
    Api.contract()
        .get("/api/v1/prediction-reliability")
        .then()
        .statusCode(200)
        .body("from", equalTo("2023-07-01"), "to", equalTo("2024-06-10"))
        .body("probability", equalTo(90))
        .body("categories.find { it.category == 'licence' }.settled", equalTo(8))
        .body("categories.find { it.category == 'licence' }.cameTrue", equalTo(4))
        .body("total.settled", equalTo(8));
  }

  /** Everything follows from the journal: emptied, the tables fill again. */
  private void countsTheSameAgain() {
    List<String> before = everything();
    pool.withTransaction(
            connection ->
                connection
                    .query(
                        """
                        with place as (select from journal_reader where name = 'statistics' for update)
                        select count(*) from place
                        """)
                    .execute()
                    .chain(
                        () ->
                            connection
                                .query(
                                    """
                                    truncate statistics_step, statistics_step_time, statistics_course,
                                      statistics_under_way, statistics_case, statistics_prediction,
                                      statistics_reliability
                                    """)
                                .execute())
                    .chain(
                        () ->
                            connection
                                .query(
                                    "update journal_reader set place = 0 where name = 'statistics'")
                                .execute()))
        .await()
        .atMost(PATIENCE);
    CaseCity.begin(CaseCity.BARE);
    await(
        () ->
            strings(
                        """
                    select 'read' from journal_reader r where name = $1
                      and place = (select max(place) from journal_place)
                    """,
                        "statistics")
                    .size()
                == 1);
    assertEquals(before, everything());
  }

  private List<String> everything() {
    return strings(
        """
        select row::text from (
          select s::text as row from statistics_step s where item_code = $1
          union all select t::text from statistics_step_time t where item_code = $1
          union all select c::text from statistics_course c where item_code = $1
          union all select u::text from statistics_under_way u where item_code = $1
          union all select p::text from statistics_prediction p where item_code = $1
        ) as rows order by 1
        """,
        ITEM);
  }

  private void live(int nth) {
    travel(MONDAY, LocalTime.of(9, 0));
    CaseCity.Begun begun = CaseCity.begin(ITEM);
    travel(MONDAY, LocalTime.of(9, 0).plusMinutes(30L * nth));
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    travel(calendars.current().plusWorkingDays(MONDAY, nth), LocalTime.of(16, 0));
    city.act("tst.reviewer", begun, "advance", Map.of()).then().statusCode(200);
    city.act("tst.approver", begun, "decide", Map.of("decision", "grant")).then().statusCode(200);
    city.act("tst.window", begun, "close", Map.of()).then().statusCode(200);
  }

  private void travel(LocalDate day, LocalTime time) {
    clock.travelTo(day.atTime(time).atZone(CityTime.ZONE).toInstant());
  }

  private static Response figures(String item) {
    return Api.contract().get("/api/v1/power-items/" + item + "/flow-statistics?on=2024-03-01");
  }

  /** How many cases have finished the last step, by what is told. */
  private static int cases(String item) {
    Integer cases = figures(item).path("steps.find { it.stepId == 'close' }?.cases");
    return Objects.requireNonNullElse(cases, 0);
  }

  private static Response prediction(CaseCity.Begun begun) {
    return Api.contract().get("/api/v1/case-predictions/" + begun.number());
  }

  private static String state(CaseCity.Begun begun) {
    return prediction(begun).path("state");
  }

  private List<String> strings(String statement, String argument) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(argument))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString(0))
                    .toList())
        .await()
        .atMost(PATIENCE);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it never came about");
      try {
        Thread.sleep(100);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
