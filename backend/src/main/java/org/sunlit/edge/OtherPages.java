package org.sunlit.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sunlit.platform.EarlyRoute;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.problem.RoutedProblems;

/**
 * What pages of other sites may do in a reader's browser: read what is everybody's (CORS, <a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch</a>), without saying who the
 * reader is, and nothing else. In particular none may use the cookie that keeps somebody signed in:
 * SameSite keeps it away already, and this asks the browser once more where the request comes from.
 */
@ApplicationScoped
class OtherPages {
  private static final String ANYBODY = "*";
  private static final String READING = "GET, HEAD";
  private static final String MAY_SEND = "Accept-Language, If-None-Match, Last-Event-ID";
  private static final String MAY_SEE =
      "ETag, Content-Language, RateLimit, RateLimit-Policy, Retry-After";
  private static final String ONE_DAY = "86400";

  /** Where the cookie goes: it is set for this path alone. */
  private static final String WITH_THE_COOKIE = "/api/v1/auth/";

  private static final String FETCHED_FROM = "Sec-Fetch-Site";
  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  private final Operations operations;

  OtherPages(Operations operations) {
    this.operations = operations;
  }

  void register(@Observes Router router) {
    // Before the early routes, which would answer a preflight as something they don't know.
    router.options("/api/*").order(EarlyRoute.ORDER - 1).handler(this::preflight);
    router.route("/api/*").order(EarlyRoute.ORDER + 3).handler(this::check);
  }

  private void preflight(RoutingContext http) {
    HttpServerRequest request = http.request();
    String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    if (request.getHeader(HttpHeaders.ORIGIN) == null || method == null) {
      http.next();
      return;
    }
    MultiMap headers = http.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    if (isReading(method) && publicRead(http).isPresent()) {
      headers
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY)
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, READING)
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, MAY_SEND)
          .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY);
    }
    // Without these headers the browser takes it for a no.
    http.response().setStatusCode(204).end();
  }

  private static boolean isReading(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  private Optional<Operation> publicRead(RoutingContext http) {
    return operations.of("GET", http.normalizedPath()).filter(Operation::isPublicRead);
  }

  private void check(RoutingContext http) {
    HttpMethod method = http.request().method();
    if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
      if (publicRead(http).isPresent()) {
        http.response()
            .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY)
            .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, MAY_SEE);
      }
    } else if (http.normalizedPath().startsWith(WITH_THE_COOKIE) && !isOurOwn(http.request())) {
      RoutedProblems.send(http, Problem.of(ProblemType.FORBIDDEN).detail("edge.other-site"));
      return;
    }
    http.next();
  }

  /**
   * Programs that are no browser say nothing of where they come from, and carry no one's cookie.
   */
  private static boolean isOurOwn(HttpServerRequest request) {
    String fetchedFrom = request.getHeader(FETCHED_FROM);
    if (fetchedFrom != null && !OUR_OWN.contains(fetchedFrom)) {
      return false;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || authority(origin).equals(ours(request));
  }

  private static String ours(HttpServerRequest request) {
    return request.authority() == null
        ? ""
        : authority(request.scheme() + "://" + request.authority());
  }

  /** Host and port; the scheme is the proxy's business. */
  private static String authority(String origin) {
    try {
      URI uri = new URI(origin);
      int port = uri.getPort() == 80 || uri.getPort() == 443 ? -1 : uri.getPort();
      return uri.getHost() == null ? "null" : uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    } catch (URISyntaxException nowhere) {
      return "null";
    }
  }
}
