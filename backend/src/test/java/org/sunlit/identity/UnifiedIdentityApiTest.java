package org.sunlit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.testing.ContractFilter;

@QuarkusTest
@QuarkusTestResource(value = FakeProvider.class, restrictToAnnotatedClass = true)
class UnifiedIdentityApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BEGIN = "/api/v1/auth/unified-identity";
  private static final String COOKIE = "sunlit_unified";

  @Inject Accounts accounts;

  private String clerk;

  /** On the way to the provider. */
  private record Way(Map<String, String> query, String cookie) {}

  @BeforeEach
  void createAnAccount() {
    clerk = "unified.clerk." + UUID.randomUUID();
    accounts
        .create(
            List.of(
                new StaffAccount(clerk, "某人", null, null, null, null, null, Set.of(), Set.of())),
            Browsers.PASSWORD)
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void signsInWhoeverTheProviderVouchesFor() {
    Way way = begin("?next=/staff/security");
    assertEquals("code", way.query().get("response_type"));
    assertEquals("S256", way.query().get("code_challenge_method"));
    assertEquals(FakeProvider.CLIENT, way.query().get("client_id"));
    assertTrue(way.query().get("code_challenge").length() >= 43);

    Response back = back(way, grant(way, Map.of("employee", clerk)), way.cookie());

    back.then().statusCode(303).header("Location", endsWith("/staff/security"));
    Browsers.refresh(back.getCookie(Browsers.COOKIE))
        .then()
        .statusCode(200)
        .body("account.account", is(clerk));
  }

  @Test
  void saysItPlainlyWhenThereIsNoSuchAccount() {
    Way way = begin("");
    back(way, grant(way, Map.of("employee", "nobody.here")), way.cookie())
        .then()
        .statusCode(303)
        .header("Location", endsWith("/staff/login?unified=nobody"));
    Way other = begin("");
    back(other, grant(other, Map.of()), other.cookie())
        .then()
        .header("Location", endsWith("/staff/login?unified=nobody"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "aud", "iss", "exp", "another key"})
  void refusesAnIdTokenThatIsNotRight(String wrong) {
    Way way = begin("");
    Map<String, Object> claims = new HashMap<>(Map.of("employee", clerk));
    claims.put(wrong, "https://somebody.else");
    failed(back(way, grant(way, claims), way.cookie()));
  }

  @Test
  void refusesWhatAnotherBrowserBegan() {
    Way way = begin("");
    failed(back(way, grant(way, Map.of("employee", clerk)), begin("").cookie()));
    Way other = begin("");
    failed(back(other, grant(other, Map.of("employee", clerk)), null));
  }

  @Test
  void takesAStateOnce() {
    Way way = begin("");
    back(way, grant(way, Map.of("employee", clerk)), way.cookie()).then().statusCode(303);
    failed(back(way, grant(way, Map.of("employee", clerk)), way.cookie()));
    failed(back(way, "nobody-gave-this-code", way.cookie()));
  }

  @Test
  void leadsNowhereElse() {
    for (String next : List.of("https://evil.example", "//evil.example", "/staff/..//evil")) {
      Way way = begin("?next=" + next);
      Response back = back(way, grant(way, Map.of("employee", clerk)), way.cookie());
      assertTrue(
          URI.create(back.getHeader("Location")).getPath().matches("/staff(/.*)?")
              && !back.getHeader("Location").contains("evil.example"),
          back.getHeader("Location"));
    }
  }

  @Test
  void showsTheButton() {
    Browsers.contract()
        .get("/api/v1/auth/options")
        .then()
        .statusCode(200)
        .body("unifiedIdentity.name", is("统一身份认证"));
  }

  private static void failed(Response back) {
    back.then().statusCode(303).header("Location", endsWith("/staff/login?unified=failed"));
    assertTrue(back.getCookie(Browsers.COOKIE) == null, "signed in all the same");
  }

  private static Way begin(String query) {
    Response away = contract().get(BEGIN + query);
    away.then().statusCode(303);
    Map<String, String> parameters =
        Stream.of(URI.create(away.getHeader("Location")).getQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new Way(parameters, away.getCookie(COOKIE));
  }

  /** A code for a token with these claims, and the nonce that was asked for unless they say. */
  private static String grant(Way way, Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>();
    all.put("nonce", way.query().get("nonce"));
    all.putAll(claims);
    return FakeProvider.code(all);
  }

  private static Response back(Way way, String code, String cookie) {
    var request = contract().queryParam("state", way.query().get("state")).queryParam("code", code);
    return (cookie == null ? request : request.cookie(COOKIE, cookie)).get(BEGIN + "/callback");
  }

  private static io.restassured.specification.RequestSpecification contract() {
    return given().filter(ContractFilter.answers()).redirects().follow(false);
  }
}
