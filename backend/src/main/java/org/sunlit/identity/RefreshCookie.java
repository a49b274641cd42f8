package org.sunlit.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where the browser keeps the refresh token: out of reach of scripts and of other sites. */
final class RefreshCookie {
  private static final String NAME = "sunlit_refresh";
  private static final String PATH = "/api/v1/auth";

  private RefreshCookie() {}

  /** The token that came with the request. */
  static Optional<String> get(RoutingContext http) {
    return Optional.ofNullable(http.request().getCookie(NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  static void set(RoutingContext http, String secret, long seconds) {
    http.response()
        .addCookie(
            Cookie.cookie(NAME, secret)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(http.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(seconds));
  }

  static void clear(RoutingContext http) {
    set(http, "", 0);
  }
}
