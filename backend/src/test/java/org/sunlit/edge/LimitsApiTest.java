package org.sunlit.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sunlit.identity.Accounts;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class LimitsApiTest {
  private static final String PASSWORD = "晴天 and long enough";

  @Inject Accounts accounts;

  @Test
  void refusesWhatIsTooMuchAndSaysWhenToComeBack() {
    assertEquals(20, answered(30, () -> search("203.0.113.1")));
    search("203.0.113.1")
        .then()
        .statusCode(429)
        .contentType(startsWith("application/problem+json"))
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .header("RateLimit-Policy", is("\"search\";q=20;w=3600"))
        .header("RateLimit", startsWith("\"search\";r=0;t="))
        .header("X-Content-Type-Options", "nosniff")
        .body("type", is("urn:sunlit:problem:too-many-requests"))
        .body("detail", containsString("秒"));
  }

  @Test
  void countsEachAddressAndEachClassOfCostByItself() {
    answered(30, () -> search("203.0.113.2"));
    search("203.0.113.3").then().statusCode(200).header("RateLimit", startsWith("\"search\";r=19"));
    from("203.0.113.2").get("/api/v1/departments").then().statusCode(200);
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() {
    int[] host = {0};
    assertEquals(20, answered(30, () -> search("2001:db8:1:2::" + ++host[0])));
    search("2001:db8:1:3::1").then().statusCode(200);
  }

  @Test
  void countsUploadsByTheirBytes() {
    int twoMegabytes = 2 * 1024 * 1024 - 1000;
    assertEquals(400, upload("203.0.113.4", twoMegabytes));
    assertEquals(429, upload("203.0.113.4", twoMegabytes));
    assertEquals(400, upload("203.0.113.4", 100));
  }

  @Test
  void countsAnAccountWhereverItIsAndNotTheOthersOfItsOffice() {
    String one = token("limits.one");
    String other = token("limits.other");
    int[] host = {0};
    assertEquals(30, answered(40, () -> me(one, "198.51.100." + ++host[0])), "from many addresses");
    me(other, "198.51.100.1").then().statusCode(200);
    me(one, "198.51.100.1").then().statusCode(429);
  }

  @Test
  void countsSignInsOfAnAddressAndSaysNothingOfTheAccount() {
    Supplier<Response> wrong =
        () ->
            from("203.0.113.5")
                .contentType("application/json")
                .body(Map.of("account", "nobody", "password", "wrong"))
                .post("/api/v1/auth/login");
    IntStream.range(0, 8).forEach(time -> assertEquals(401, wrong.get().statusCode()));
    assertEquals(429, wrong.get().statusCode());
  }

  @Test
  void takesATokenThatIsNoneForNobody() {
    Supplier<Response> junk = () -> me("junk", "203.0.113.6");
    junk.get().then().statusCode(401).header("RateLimit-Policy", startsWith("\"read\""));
    Supplier<Response> search =
        () ->
            from("203.0.113.7")
                .header("Authorization", "Bearer junk")
                .get("/api/v1/power-items?q=x");
    assertEquals(20, answered(30, search), "junk opens no account of its own");
  }

  private String token(String name) {
    var account =
        new StaffAccount(
            name,
            "沈映川",
            null,
            null,
            "mar",
            null,
            null,
            Set.of(Role.WINDOW_CLERK),
            Set.of("window"));
    accounts.create(List.of(account), PASSWORD).await().atMost(Duration.ofSeconds(30));
    return from("198.51.100.200")
        .contentType("application/json")
        .body(Map.of("account", name, "password", PASSWORD))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }

  private static int answered(int times, Supplier<Response> call) {
    return (int) IntStream.range(0, times).filter(time -> call.get().statusCode() == 200).count();
  }

  private static Response search(String address) {
    return from(address).get("/api/v1/power-items?q=x");
  }

  private static Response me(String token, String address) {
    return from(address).header("Authorization", "Bearer " + token).get("/api/v1/auth/me");
  }

  private static int upload(String address, int bytes) {
    var request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/uploads"))
            .header(BehindAProxy.FROM, address)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static RequestSpecification from(String address) {
    return given().header(BehindAProxy.FROM, address);
  }
}
