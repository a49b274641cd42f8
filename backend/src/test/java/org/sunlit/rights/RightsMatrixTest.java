package org.sunlit.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.rights.MatrixRow.On;
import org.sunlit.testing.Api;
import org.sunlit.testing.Contract;
import org.sunlit.testing.Contract.ContractOperation;

/**
 * Every role at every operation of the contract, with things of one's own, of one's department, of
 * another department and of another region. An operation without a row fails.
 */
@QuarkusTest
class RightsMatrixTest {

  /** Streams never end, and what the first lines of an answer say is enough. */
  private static final Set<String> ENDLESS = Set.of("streamBoardEvents", "streamSupervisionEvents");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As {@link ContractOperation#contentType} says where its parts begin. */
  private static final String FORM =
      """
      --part\r
      Content-Disposition: form-data; name="part"\r
      \r
      of a form\r
      --part--\r
      """;

  @Inject MatrixCity city;

  /** It follows no redirects, and takes no time of its own: it is asked thousands of times. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, MatrixRow> rows = MatrixRow.read();
  private final List<String> wrong = new ArrayList<>();
  private int cells;

  @BeforeEach
  void found() {
    city.found();
  }

  @Test
  void everyOperationHasARow() {
    assertEquals(
        Contract.operations().stream()
            .map(ContractOperation::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(rows.keySet()));
  }

  @Test
  void everybodyIsLetInWhereTheyMayAndNowhereElse() {
    List<ContractOperation> operations =
        Contract.operations().stream()
            .filter(operation -> rows.containsKey(operation.id()))
            .filter(operation -> !ENDLESS.contains(operation.id()))
            .toList();
    for (ContractOperation operation : operations) {
      for (Actors actor : Actors.all()) {
        tryOut(operation, rows.get(operation.id()), actor);
      }
    }

    System.out.printf(
        "%d operations, %d roles and a guest, %d cells, %d wrong%n",
        operations.size(), Actors.all().size() - 1, cells, wrong.size());
    assertEquals(List.of(), wrong);
    assertTrue(cells > operations.size(), "nothing was tried");
  }

  private void tryOut(ContractOperation operation, MatrixRow row, Actors actor) {
    if (row.on() == On.CASE) {
      for (Reach reach : Reach.values()) {
        one(operation, row, actor, reach);
      }
    } else if (row.on() == On.CASES && actor.may(operation.permission())) {
      many(operation, row, actor);
    } else {
      HttpResponse<String> answer = send(operation, row, actor, Reach.OWN);
      expect(operation + " as " + actor, refusal(operation, actor).orElse("let in"), answer);
    }
  }

  private void one(ContractOperation operation, MatrixRow row, Actors actor, Reach reach) {
    HttpResponse<String> answer = send(operation, row, actor, reach);
    String expected =
        refusal(operation, actor).orElseGet(() -> actor.sees(reach) ? "let in" : "404");
    expect(operation + " of " + reach + " as " + actor, expected, answer);
  }

  private void many(ContractOperation operation, MatrixRow row, Actors actor) {
    HttpResponse<String> answer = send(operation, row, actor, Reach.OWN);
    expect(operation + " as " + actor, "let in", answer);
    for (Reach reach : Reach.values()) {
      cells++;
      boolean named = answer.body().contains(city.caseIn(reach));
      if (named != actor.sees(reach)) {
        wrong.add(operation + " as " + actor + (named ? " names " : " misses ") + reach);
      }
    }
  }

  /** The status of somebody who is kept out whatever it is about. */
  private static Optional<String> refusal(ContractOperation operation, Actors actor) {
    if (operation.isPublic() || actor.may(operation.permission())) {
      return Optional.empty();
    }
    return Optional.of(actor.isGuest() ? "401" : "403");
  }

  private void expect(String what, String expected, HttpResponse<String> answer) {
    cells++;
    int status = answer.statusCode();
    boolean right =
        expected.equals("let in")
            ? status < 500 && status != 401 && status != 404 || isOfNothing(what, status)
            : expected.equals(String.valueOf(status));
    if (!right) {
      wrong.add(what + ": " + status + " and not " + expected);
    }
  }

  /** Where no case is asked for, the example's own name may be of nothing. */
  private static boolean isOfNothing(String what, int status) {
    return status == 404 && !what.contains(" of ") || status == 401 && what.contains("/auth/");
  }

  private HttpResponse<String> send(
      ContractOperation operation, MatrixRow row, Actors actor, Reach reach) {
    String path = operation.path(city.namesIn(reach));
    String asked = row.query() == null ? path : path + "?" + row.query();
    URI address = URI.create("http://localhost:" + RestAssured.port + asked);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.toASCIIString()))
            .timeout(PATIENCE)
            .header("If-Match", "\"999\"")
            .method(
                operation.method(),
                operation
                    .contentType()
                    .map(type -> operation.takesAForm() ? FORM : row.bodyFor(city.caseIn(reach)))
                    .map(BodyPublishers::ofString)
                    .orElseGet(BodyPublishers::noBody));
    operation.contentType().ifPresent(type -> request.header("Content-Type", type));
    if (operation.contentType().isPresent() && !operation.takesAForm()) {
      request.header("Idempotency-Key", Api.key());
    }
    Optional.ofNullable(row.headers()).ifPresent(headers -> headers.forEach(request::setHeader));
    city.token(actor).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException lost) {
      throw new AssertionError(operation + " as " + actor + " has no answer", lost);
    }
  }
}
