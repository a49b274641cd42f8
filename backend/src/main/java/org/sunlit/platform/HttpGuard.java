package org.sunlit.platform;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Faults;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.problem.RoutedProblems;

/**
 * The gate of the API: turns away what is too large before it is read, or as soon as it is known to
 * be, and addresses with characters nobody can keep; answers for everything that no resource
 * claims.
 */
@ApplicationScoped
class HttpGuard {
  private static final int BEFORE_QUARKUS_CHECKS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;
  private static final int LAST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1000;

  /** So long a refused sender may go on, for it reads the answer only when it has sent all. */
  private static final long DRAIN_MILLISECONDS = 10_000;

  private static final String FORM = "multipart/form-data";
  private static final String CONTINUE = "100-continue";

  private final Vertx vertx;
  private final Faults faults;

  HttpGuard(Vertx vertx, Faults faults) {
    this.vertx = vertx;
    this.faults = faults;
  }

  void register(@Observes Router router) {
    router.route("/api/*").order(BEFORE_QUARKUS_CHECKS).handler(this::check);
    router.route("/api/*").order(LAST).handler(HttpGuard::nothingHere);
    router.route().order(BEFORE_QUARKUS_CHECKS).failureHandler(this::failed);
  }

  private void check(RoutingContext http) {
    HttpServerRequest request = http.request();
    boolean form = isForm(request);
    long limit = form ? BodyLimits.LARGEST : BodyLimits.JSON;
    if (declaredLength(request) > limit) {
      refuseBody(http, limit);
    } else if (hasNul(request)) {
      RoutedProblems.send(http, Problem.of(ProblemType.INVALID_REQUEST));
    } else if (!form && hasUndeclaredBody(request)) {
      count(http, limit);
    } else {
      // Forms are counted by their parser, which writes them to files as they come.
      http.next();
    }
  }

  /** What isn't a form is read whole before anybody looks at it, whatever it says it is. */
  private static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
  }

  private static boolean hasUndeclaredBody(HttpServerRequest request) {
    boolean mayHaveBody = request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD;
    return mayHaveBody
        && !request.isEnded()
        && request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
        && (request.version() == HttpVersion.HTTP_2
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
  }

  /** Lets a body in that doesn't say how long it is, but no more of it than the limit. */
  private void count(RoutingContext http, long limit) {
    HttpServerRequest request = http.request();
    if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      http.response().writeContinue();
      // Said once; nobody after this needs to say it again.
      request.headers().remove(HttpHeaders.EXPECT);
    }
    CountedBody.take(
        request,
        limit,
        body -> {
          http.put(CountedBody.KEY, body);
          http.next();
        },
        () -> refuseBody(http, limit));
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException absurd) {
      return Long.MAX_VALUE;
    }
  }

  /** Answers at once; what still comes is thrown away unread, then the connection ends. */
  private void refuseBody(RoutingContext http, long limit) {
    HttpServerRequest request = http.request();
    http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    request.handler(discarded -> {});
    request.resume();
    long timer = vertx.setTimer(DRAIN_MILLISECONDS, late -> request.connection().close());
    request.connection().closeHandler(closed -> vertx.cancelTimer(timer));
    RoutedProblems.send(http, Problem.of(ProblemType.TOO_LARGE, BodyLimits.text(limit)));
  }

  private static boolean hasNul(HttpServerRequest request) {
    return request.uri().contains("%00");
  }

  private static void nothingHere(RoutingContext http) {
    RoutedProblems.send(http, Problem.of(ProblemType.NOT_FOUND));
  }

  /** What failed outside a resource, or after its answer had gone. */
  private void failed(RoutingContext http) {
    if (http.response().headWritten()) {
      if (!http.response().ended()) {
        // Cut off, so that nobody takes half an answer for a whole one.
        http.request().connection().close();
      }
      return;
    }
    if (http.failure() == null) {
      http.next();
      return;
    }
    String where = http.request().method() + " " + http.request().path();
    RoutedProblems.send(http, faults.problem(http.failure(), where));
  }
}
