package org.sunlit.rights;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.rights.MatrixRow.On;
import org.sunlit.testing.Contract;
import org.sunlit.testing.Contract.ContractOperation;

/**
 * Every role at every operation of the contract, with things of one's own, of one's department, of
 * another department and of another region. An operation without a row fails.
 */
@QuarkusTest
class RightsMatrixTest {

  /** Streams never end, and what the first lines of an answer say is enough. */
  private static final String ENDLESS = "streamBoardEvents";

  @Inject MatrixCity city;

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
            .filter(operation -> !operation.id().equals(ENDLESS))
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
      Response answer = send(operation, row, actor, Reach.OWN);
      expect(operation + " as " + actor, refusal(operation, actor).orElse("let in"), answer);
    }
  }

  private void one(ContractOperation operation, MatrixRow row, Actors actor, Reach reach) {
    Response answer = send(operation, row, actor, reach);
    String expected =
        refusal(operation, actor).orElseGet(() -> actor.sees(reach) ? "let in" : "404");
    expect(operation + " of " + reach + " as " + actor, expected, answer);
  }

  private void many(ContractOperation operation, MatrixRow row, Actors actor) {
    Response answer = send(operation, row, actor, Reach.OWN);
    expect(operation + " as " + actor, "let in", answer);
    for (Reach reach : Reach.values()) {
      cells++;
      boolean named = answer.asString().contains(city.caseIn(reach));
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

  private void expect(String what, String expected, Response answer) {
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

  private Response send(ContractOperation operation, MatrixRow row, Actors actor, Reach reach) {
    RequestSpecification request = given().redirects().follow(false).header("If-Match", "\"999\"");
    if (operation.takesAForm()) {
      request.multiPart("part", "of a form");
    } else if (operation.contentType().isPresent()) {
      request
          .header("Content-Type", operation.contentType().get())
          .header("Idempotency-Key", UUID.randomUUID())
          .body(row.bodyFor(city.caseIn(reach)));
    }
    Optional.ofNullable(row.headers()).ifPresent(request::headers);
    city.token(actor).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    String path = operation.path(city.namesIn(reach));
    return request.request(
        operation.method(), row.query() == null ? path : path + "?" + row.query());
  }
}
