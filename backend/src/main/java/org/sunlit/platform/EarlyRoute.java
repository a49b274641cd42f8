package org.sunlit.platform;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What a route needs that answers before everything else: before Quarkus asks who somebody is,
 * looks for a resource and converts what it finds. Only for the few answers that everybody may
 * have, that lie ready as bytes and that are asked for so often that the way to them costs more
 * than they do (ADR 0041).
 */
public final class EarlyRoute {

  /** Before authentication (-200), the resources' own filters (-120) and {@link HttpGuard}. */
  public static final int ORDER = -1_000;

  private static final CharSequence SNIFFING =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");

  private EarlyRoute() {}

  /** The answer, with the header that {@link Pages} puts on every other. */
  public static HttpServerResponse response(RoutingContext http) {
    return http.response().putHeader(SNIFFING, NO_SNIFFING);
  }
}
