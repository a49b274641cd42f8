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

  static final CharSequence TLS_ONLY = HttpHeaders.createOptimized("Strict-Transport-Security");
  static final CharSequence TLS_ONLY_FOR_A_YEAR = HttpHeaders.createOptimized("max-age=31536000");
  private static final CharSequence EMBEDDING =
      HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
  private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
  private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
  private static final CharSequence ANY = HttpHeaders.createOptimized("*");
  private static final CharSequence KEPT_NOWHERE = HttpHeaders.createOptimized("no-store");

  private EarlyRoute() {}

  /** The answer, with the headers that every other gets on its longer way. */
  public static HttpServerResponse response(RoutingContext http) {
    HttpServerResponse response = http.response().putHeader(SNIFFING, NO_SNIFFING);
    if (http.request().isSSL()) {
      response.putHeader(TLS_ONLY, TLS_ONLY_FOR_A_YEAR);
    }
    return response;
  }

  /** An answer that is everybody's: any page on the web may read it. */
  public static HttpServerResponse everybodys(RoutingContext http) {
    return response(http)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
        .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.ETAG)
        .putHeader(EMBEDDING, CROSS_ORIGIN);
  }

  /** An answer that is somebody's: it is kept nowhere. */
  public static HttpServerResponse somebodys(RoutingContext http) {
    return response(http)
        .putHeader(HttpHeaders.CACHE_CONTROL, KEPT_NOWHERE)
        .putHeader(EMBEDDING, SAME_ORIGIN);
  }
}
