package org.sunlit.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.testing.RawHttp;

/** Bodies that don't say how long they are. */
@QuarkusTest
class ChunkedBodyApiTest {
  private static final String JSON = "Content-Type: application/json";
  private static final byte[] END = {};
  private static final byte[] SPACES = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BODY =
      "{\"text\":\"a\",\"part\":{\"name\":\"b\"}}".getBytes(StandardCharsets.US_ASCII);

  private static RawHttp socket() throws IOException {
    return new RawHttp(RestAssured.port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        JSON,
        "Content-Type: Application/JSON; charset=utf-8",
        "Content-Type: text/plain",
        "X-No-Content-Type: at-all"
      })
  void refusesABodyAsSoonAsMoreThanTheLimitHasCome(String type) throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe", type, "Accept-Language: en");
      for (long sent = 0; sent <= BodyLimits.JSON; sent += SPACES.length) {
        http.chunk(SPACES);
      }
      // The body hasn't ended, and never will.
      String answer = http.answer();
      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertTrue(answer.contains("urn:sunlit:problem:too-large"), answer);
      assertTrue(answer.contains("1 MB"), answer);
    }
  }

  @Test
  void letsARefusedSenderFinishAndThenEnds() throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe", JSON);
      for (int sent = 0; sent < 64; sent++) {
        http.chunk(SPACES);
      }
      http.chunk(END);
      assertAnswers("HTTP/1.1 413 ", http);
      assertTrue(http.ended());
    }
  }

  @Test
  void takesABodyInChunksUpToTheLimit() throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe", JSON);
      http.chunk(BODY);
      for (long sent = BODY.length; sent + SPACES.length <= BodyLimits.JSON; ) {
        http.chunk(SPACES);
        sent += SPACES.length;
      }
      http.chunk(END);
      assertAnswers("HTTP/1.1 200 ", http);
      // And the connection serves on.
      http.postChunked("/api/probe", JSON);
      http.chunk(BODY);
      http.chunk(END);
      String second = http.answer();
      assertTrue(second.startsWith("HTTP/1.1 200 ") && second.contains("\"text\":\"a\""), second);
    }
  }

  @Test
  void saysThatAChunkedBodyIsMissing() throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe", JSON);
      http.chunk(END);
      String answer = http.answer();
      assertTrue(answer.contains("urn:sunlit:problem:missing-body"), answer);
    }
  }

  @Test
  void tellsASenderThatWaitsToGoOn() throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe", JSON, "Expect: 100-continue");
      assertAnswers("HTTP/1.1 100 ", http);
      http.chunk(BODY);
      http.chunk(END);
      assertAnswers("HTTP/1.1 200 ", http);
    }
  }

  @Test
  void takesAFormInChunksLargerThanJsonMayBe() throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe/form", "Content-Type: multipart/form-data; boundary=b");
      http.chunk(form("file\"; filename=\"a.bin", ""));
      for (int sent = 0; sent < 64; sent++) {
        http.chunk(SPACES);
      }
      http.chunk("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
      http.chunk(END);
      String answer = http.answer();
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
      assertTrue(answer.endsWith(String.valueOf(64 * SPACES.length)), answer);
    }
  }

  @Test
  void refusesAFormInChunksThatIsTooLarge() throws IOException {
    try (RawHttp http = socket()) {
      http.postChunked("/api/probe/form", "Content-Type: multipart/form-data; boundary=b");
      http.chunk(form("file\"; filename=\"a.bin", ""));
      for (long sent = 0; sent <= BodyLimits.LARGEST; sent += SPACES.length) {
        http.chunk(SPACES);
      }
      http.chunk("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
      http.chunk(END);
      assertAnswers("HTTP/1.1 413 ", http);
    }
  }

  private static void assertAnswers(String statusLine, RawHttp http) throws IOException {
    String answer = http.answer();
    assertTrue(answer.startsWith(statusLine), answer);
  }

  private static byte[] form(String name, String value) {
    return ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)
        .getBytes(StandardCharsets.UTF_8);
  }
}
