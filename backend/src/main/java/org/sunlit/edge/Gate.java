package org.sunlit.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.sunlit.platform.EarlyRoute;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.problem.RoutedProblems;

/**
 * Where every call of the API is counted, before its body is read: for the account or the
 * third-party application that makes it, or else for its address. What the early routes answer
 * never comes here. If counting fails the call goes through, and the failure is counted (ADR 0061).
 */
@ApplicationScoped
class Gate {
  /** Before anything looks at who asks. */
  private static final int FIRST = EarlyRoute.ORDER + 4;

  /** After Quarkus knows how to find out who it is (-200), before a body is looked at. */
  private static final int ORDER = -100;

  private static final String OPERATION = Operation.class.getName();

  private static final Logger LOG = Logger.getLogger(Gate.class);
  private static final long MEGABYTE = 1024L * 1024;

  /** A file that doesn't say how large it is counts as the largest that is taken. */
  private static final long UNSAID_MEGABYTES = 10;

  /** What would tell people, browsers or networks apart. */
  private static final List<CharSequence> UNOBSERVED =
      List.of(
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.COOKIE,
          HttpHeaders.USER_AGENT,
          HttpHeaders.REFERER,
          "Forwarded",
          "X-Forwarded-For",
          "X-Real-IP");

  private static final String BEARER = "Bearer ";
  private static final BiConsumer<RoutingContext, Throwable> LEAVE_IT = (http, failure) -> {};

  private final Operations operations;
  private final Limiter limiter;
  private final Counter failures;

  Gate(Operations operations, Limiter limiter, MeterRegistry meters) {
    this.operations = operations;
    this.limiter = limiter;
    this.failures =
        Counter.builder(Limiter.FAILURES).description(Limiter.FAILURES_MEAN).register(meters);
  }

  void register(@Observes Router router) {
    router.route("/api/*").order(FIRST).handler(this::find);
    router.route("/api/*").order(ORDER).handler(this::count);
  }

  private void find(RoutingContext http) {
    Operation operation =
        operations.of(http.request().method().name(), http.normalizedPath()).orElse(Operation.NONE);
    http.put(OPERATION, operation);
    if (operation.unobserved()) {
      forgetWhoAsks(http);
    }
    http.next();
  }

  private void count(RoutingContext http) {
    Operation operation = http.get(OPERATION);
    if (operation.unobserved()) {
      http.next();
      return;
    }
    String authorization = http.request().getHeader(HttpHeaders.AUTHORIZATION);
    boolean key = isApplicationKey(authorization);
    if (authorization == null || (operation.isPublic() && !key)) {
      // Whoever asks for what is everybody's isn't asked who they are.
      byAddress(http, operation);
      return;
    }
    if (http.user() instanceof QuarkusHttpUser known) {
      byIdentity(http, operation, known.getSecurityIdentity());
      return;
    }
    BiConsumer<RoutingContext, Throwable> onFailure =
        http.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    http.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEAVE_IT);
    QuarkusHttpUser.getSecurityIdentity(http, null)
        .onTermination()
        .invoke(() -> http.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, onFailure))
        .subscribe()
        .with(
            identity -> byIdentity(http, operation, identity),
            failure -> {
              if (key) {
                RoutedProblems.send(http, Problem.of(ProblemType.UNAUTHENTICATED));
              } else {
                // The resource says what is wrong with the token.
                byAddress(http, operation);
              }
            });
  }

  /**
   * Nobody here learns who asks: what a browser says of that is thrown away, and no address is
   * counted. What such calls may cost is limited by {@link ProofOfWork}.
   */
  private static void forgetWhoAsks(RoutingContext http) {
    MultiMap headers = http.request().headers();
    UNOBSERVED.forEach(headers::remove);
  }

  private static boolean isApplicationKey(String authorization) {
    return authorization != null
        && authorization.startsWith(ApplicationKeys.PREFIX, BEARER.length())
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private void byIdentity(RoutingContext http, Operation operation, SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      byAddress(http, operation);
      return;
    }
    Metered metered = identity.getAttribute(Metered.ATTRIBUTE);
    if (metered != null && !metered.mayAsk(operation)) {
      RoutedProblems.send(http, Problem.of(ProblemType.FORBIDDEN).detail("edge.out-of-scope"));
      return;
    }
    decide(
        http,
        () ->
            metered == null
                ? limiter.ofPerson(
                    identity.getPrincipal().getName(),
                    Address.of(http.request()),
                    cost(operation),
                    amount(http, operation))
                : metered.take(operation));
  }

  private void byAddress(RoutingContext http, Operation operation) {
    decide(
        http,
        () ->
            limiter.ofAddress(
                Address.of(http.request()), cost(operation), amount(http, operation)));
  }

  /** What lies ready has early routes; what comes here all the same was asked for unusually. */
  private static Cost cost(Operation operation) {
    return operation.cost() == Cost.FREE ? Cost.READ : operation.cost();
  }

  private static long amount(RoutingContext http, Operation operation) {
    if (operation.cost() != Cost.UPLOAD) {
      return 1;
    }
    String length = http.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      long megabytes = length == null ? UNSAID_MEGABYTES : Long.parseLong(length) / MEGABYTE + 1;
      return Math.max(1, megabytes);
    } catch (NumberFormatException absurd) {
      return UNSAID_MEGABYTES;
    }
  }

  @FunctionalInterface
  private interface Counting {
    Verdict take();
  }

  private void decide(RoutingContext http, Counting counting) {
    Verdict verdict;
    try {
      verdict = counting.take();
    } catch (RuntimeException broken) {
      failures.increment();
      LOG.warn("A call can't be counted; letting it through", broken);
      http.next();
      return;
    }
    HttpServerResponse response = http.response();
    response.putHeader("RateLimit-Policy", verdict.policyHeader());
    response.putHeader("RateLimit", verdict.remainingHeader());
    if (verdict.allowed()) {
      http.next();
    } else {
      refuse(http, verdict);
    }
  }

  private static void refuse(RoutingContext http, Verdict verdict) {
    String seconds = Long.toString(verdict.waitSeconds());
    RoutedProblems.send(
        http,
        Problem.of(ProblemType.TOO_MANY_REQUESTS, verdict.waitSeconds())
            .header("Retry-After", seconds));
  }
}
