package org.sunlit.powerlist;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sunlit.identity.Role;
import org.sunlit.testing.ContractFilter;
import org.sunlit.testing.SignedIn;

/** Imports lists over the API, as an editor of the catalogue would. */
final class Imports {
  static final String PATH = "/api/v1/power-list/imports";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, String> fields = new LinkedHashMap<>();
  private String language = "zh-CN";
  private String key;

  static Imports imports() {
    return new Imports();
  }

  Imports with(String field, Object value) {
    fields.put(field, String.valueOf(value));
    return this;
  }

  Imports in(String acceptLanguage) {
    language = acceptLanguage;
    return this;
  }

  Imports key(String idempotencyKey) {
    key = idempotencyKey;
    return this;
  }

  static RequestSpecification editor() {
    return given().auth().oauth2(SignedIn.as(Role.CATALOGUE_EDITOR));
  }

  /** Sends a file and gives the answer to that. */
  Response send(String name, byte[] file) {
    RequestSpecification request =
        editor()
            .filter(ContractFilter.answers())
            .header("Accept-Language", language)
            .multiPart("file", name, file, "application/octet-stream");
    fields.forEach(
        (field, value) ->
            request.multiPart(
                new io.restassured.builder.MultiPartSpecBuilder(value)
                    .controlName(field)
                    .mimeType("text/plain")
                    .charset(StandardCharsets.UTF_8)
                    .build()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post(PATH);
  }

  /** Sends a file and waits until its import has ended. */
  JsonPath file(String name, byte[] file) {
    Response answer = send(name, file);
    answer.then().statusCode(202);
    return end(answer.jsonPath().getString("id"));
  }

  JsonPath csv(String text) {
    return file("list.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  JsonPath csv(String text, String charset) {
    return file("list.csv", text.getBytes(Charset.forName(charset)));
  }

  JsonPath end(String id) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      JsonPath state =
          editor()
              .filter(ContractFilter.both())
              .header("Accept-Language", language)
              .get(PATH + "/" + id)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      if (Set.of("done", "refused", "failed").contains(state.getString("status"))) {
        return state;
      }
      pause();
    }
    throw new AssertionError("The import did not end in time");
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
