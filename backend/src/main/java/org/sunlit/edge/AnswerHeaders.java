package org.sunlit.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.sunlit.platform.EarlyRoute;

/**
 * What every answer of the API says to the browser that shows it: it is no page, it may not be
 * framed or be embedded elsewhere unless it is everybody's, and what is somebody's is kept nowhere.
 */
@ApplicationScoped
class AnswerHeaders {
  private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

  /** A picture opened by itself has styles of its own, and nothing else. */
  private static final String PICTURE =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private static final String PICTURE_NAME = ".svg";

  private final Operations operations;

  AnswerHeaders(Operations operations) {
    this.operations = operations;
  }

  void register(@Observes Router router) {
    router.route("/api/*").order(EarlyRoute.ORDER + 2).handler(this::say);
  }

  private void say(RoutingContext http) {
    String path = http.normalizedPath();
    Optional<Operation> operation = operations.of(http.request().method().name(), path);
    boolean everybodys = operation.filter(Operation::isPublicRead).isPresent();
    MultiMap headers = http.response().headers();
    headers
        .set("Content-Security-Policy", path.endsWith(PICTURE_NAME) ? PICTURE : NO_PAGE)
        .set("Referrer-Policy", "no-referrer")
        .set("X-Frame-Options", "DENY")
        .set("Cross-Origin-Resource-Policy", everybodys ? "cross-origin" : "same-origin");
    if (!everybodys) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    http.next();
  }
}
