package org.sunlit.testing;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Where people with an account work: it keeps their access tokens and renews them in time. */
public final class Desk {
  /** Shorter than a token lives: a desk outlasts many. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private record Token(String value, Instant since) {
    boolean fresh() {
      return since.isAfter(Instant.now().minus(KEPT));
    }
  }

  private final UnaryOperator<String> signIn;
  private final Map<String, Token> tokens = new HashMap<>();

  /**
   * @param signIn gives a new access token of an account, such as {@link SignedIn#token}
   */
  public Desk(UnaryOperator<String> signIn) {
    this.signIn = signIn;
  }

  public synchronized String token(String account) {
    return tokens
        .compute(
            account,
            (name, known) ->
                known != null && known.fresh()
                    ? known
                    : new Token(signIn.apply(name), Instant.now()))
        .value();
  }

  /** A request of this account; it and its answer must be of the contract. */
  public RequestSpecification as(String account) {
    return Api.contract().header("Authorization", "Bearer " + token(account));
  }

  /** Something done to a case as it stands. */
  public Response act(
      String account, String caseNumber, String action, Map<String, Object> command) {
    return act(() -> as(account), caseNumber, action, command);
  }

  public static Response act(
      Supplier<RequestSpecification> asking,
      String caseNumber,
      String action,
      Map<String, Object> command) {
    String tag = asking.get().get("/api/v1/cases/" + caseNumber).getHeader("ETag");
    return act(asking.get(), caseNumber, action, command, tag);
  }

  /**
   * Something done to a case with its risks confirmed.
   *
   * @param tag the version that was seen, or null
   */
  public static Response act(
      RequestSpecification request,
      String caseNumber,
      String action,
      Map<String, Object> command,
      String tag) {
    Map<String, Object> body = new HashMap<>(command);
    body.putIfAbsent("confirmedRisk", true);
    request.header("Idempotency-Key", Api.key()).body(body);
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return request.post("/api/v1/cases/" + caseNumber + "/actions/" + action);
  }
}
