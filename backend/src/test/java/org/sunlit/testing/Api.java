package org.sunlit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;

/** Requests of nobody in particular. */
public final class Api {
  /** The smallest file that is taken for a PDF. */
  public static final byte[] PDF =
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  /** Browsers send names as they are; the client's default makes question marks of them. */
  private static final RestAssuredConfig UTF_8_NAMES =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.RFC6532));

  private Api() {}

  /** A request that, with its answer, must be of the contract. */
  public static RequestSpecification contract() {
    return given().filter(ContractFilter.both()).contentType(ContentType.JSON);
  }

  /** A request that may be anything; its answer must be of the contract. */
  public static RequestSpecification anything() {
    return given().filter(ContractFilter.answers()).contentType(ContentType.JSON);
  }

  /** An idempotency key that nobody used before. */
  public static String key() {
    return "test-" + UUID.randomUUID();
  }

  /** The id of a material that has been uploaded. */
  public static String upload() {
    return upload("申请书.pdf", PDF).then().statusCode(201).extract().path("id");
  }

  public static Response upload(String name, byte[] content) {
    return form("file", name, content).post("/api/v1/uploads");
  }

  /** A form with one file in it. */
  public static RequestSpecification form(String part, String name, byte[] content) {
    return given()
        .config(UTF_8_NAMES)
        .filter(ContractFilter.answers())
        .multiPart(part, name, content, "application/octet-stream");
  }
}
