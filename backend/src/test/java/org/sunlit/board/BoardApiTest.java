package org.sunlit.board;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
class BoardApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject PublicEvents events;
  @Inject Screens screens;

  @TestHTTPResource("/api/v1/board/events")
  URI stream;

  @BeforeEach
  void registerAScreen() {
    screens
        .register(
            List.of(
                new Screen("hall-mar", "市场监管大厅", "Market hall", "hall", null, "mar"),
                new Screen("990101001000", "晴岚街道", "Qinglan", "township", "990101001000", null)))
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void showsAStateSoonAfterItsCommitAndTheNewestFirst() {
    String first = events.submit("990101001000", "mar");
    String second = events.submit("990101001000", "mar");

    events.awaitOnFeed(second);

    given()
        .filter(ContractFilter.both())
        .get("/api/v1/board/feed?limit=2")
        .then()
        .statusCode(200)
        .body("entries[0].caseNumber", equalTo(second))
        .body("entries[1].caseNumber", equalTo(first))
        .body("entries[0].state", is("submitted"));
  }

  @Test
  void answersNotModifiedWhileNothingHappens() {
    events.awaitOnFeed(events.submit("990101001000", "mar"));
    String tag = given().get("/api/v1/board/feed").getHeader("ETag");

    given().header("If-None-Match", tag).get("/api/v1/board/feed").then().statusCode(304);

    events.awaitOnFeed(events.submit("990101001000", "mar"));
    given().header("If-None-Match", tag).get("/api/v1/board/feed").then().statusCode(200);
  }

  @Test
  void sendsTheFeedGzippedToThoseWhoTakeIt() {
    events.awaitOnFeed(events.submit("990101001000", "mar"));

    given()
        .header("Accept-Encoding", "br;q=1, gzip;q=0.8")
        .get("/api/v1/board/feed")
        .then()
        .header("Content-Encoding", "gzip")
        .header("Vary", equalToIgnoringCase("Accept-Encoding"))
        .body("entries[0].state", is("submitted"));
    given()
        .config(plainAnswers())
        .header("Accept-Encoding", "gzip;q=0, identity")
        .get("/api/v1/board/feed")
        .then()
        .header("Content-Encoding", nullValue())
        .header("X-Content-Type-Options", "nosniff");
  }

  private static RestAssuredConfig plainAnswers() {
    return RestAssuredConfig.config()
        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
  }

  @Test
  void showsAScreenOnlyWhatIsItsOwn() {
    String market = events.submit("990102002000", "mar");
    String health = events.submit("990101001000", "hea");
    events.awaitOnFeed(health);

    given()
        .filter(ContractFilter.both())
        .get("/api/v1/board/feed?board=hall-mar")
        .then()
        .body("entries.caseNumber", hasItem(market))
        .body("entries.departmentCode.unique()", equalTo(List.of("mar")));
    given()
        .get("/api/v1/board/feed?board=990101001000")
        .then()
        .body("entries.caseNumber", hasItem(health))
        .body("entries.regionCode.unique()", equalTo(List.of("990101001000")));
  }

  @Test
  void writesLinesForLedControllersInTheirCharacterSet() {
    String number = events.submit("990101001000", "mar");
    events.awaitOnFeed(number);

    byte[] lines =
        given()
            .get("/api/v1/board/feed.txt?charset=gb18030&columns=number:20,item:12,state:6&limit=1")
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("text/plain"))
            .extract()
            .asByteArray();

    assertArrayEquals((number + "    食品经营许可 已提交\r\n").getBytes(Charset.forName("GB18030")), lines);
  }

  @Test
  void goesOnWithTheStreamExactlyWhereItBrokeOff() throws Exception {
    String before = events.submit("990101001000", "mar");
    events.awaitOnFeed(before);
    long place = events.head();
    List<String> missed =
        List.of(
            events.submit("990101001000", "mar"),
            events.submit("990101001000", "hea"),
            events.submit("990101001000", "mar"));
    events.awaitOnFeed(missed.get(2));

    try (EventReader reader = EventReader.open(stream, place)) {
      String live = events.submit("990101001000", "mar");
      List<EventReader.Event> received = reader.next(4, PATIENCE);

      assertEquals(
          List.of(missed.get(0), missed.get(1), missed.get(2), live),
          received.stream().map(EventReader.Event::caseNumber).toList());
      for (int index = 1; index < received.size(); index++) {
        assertTrue(received.get(index).id() > received.get(index - 1).id());
      }
    }
  }

  @Test
  void countsTheCity() {
    events.awaitOnFeed(events.submit("990101001000", "mar"));

    given()
        .filter(ContractFilter.both())
        .get("/api/v1/board/summary")
        .then()
        .statusCode(200)
        .body("submittedToday", greaterThanOrEqualTo(1));
  }

  @Test
  void listsTheScreens() {
    given()
        .filter(ContractFilter.both())
        .get("/api/v1/boards")
        .then()
        .statusCode(200)
        .body("code", hasItem("hall-mar"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed?limit=0                      | 400 | limit",
        "feed?limit=201                    | 400 | limit",
        "feed?limit=ten                    | 400 | limit",
        "feed.txt?charset=latin1           | 400 | charset",
        "feed.txt?columns=item:0           | 400 | columns",
        "feed.txt?columns=secret           | 400 | columns",
        "events?after=yesterday            | 400 | after",
      })
  void saysWhatIsWrongWithARequest(String path, int status, String pointer) {
    given()
        .filter(ContractFilter.answers())
        .header("Accept-Language", "en")
        .get("/api/v1/board/" + path.strip())
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", is("urn:sunlit:problem:invalid-request"))
        .body("errors[0].pointer", is(pointer));
  }

  @Test
  void doesNotKnowAScreenThatIsNotThere() {
    String code = UUID.randomUUID().toString();
    for (String path : List.of("feed", "feed.txt", "events")) {
      given()
          .get("/api/v1/board/" + path + "?board=" + code)
          .then()
          .statusCode(404)
          .body("type", is("urn:sunlit:problem:not-found"));
    }
  }
}
