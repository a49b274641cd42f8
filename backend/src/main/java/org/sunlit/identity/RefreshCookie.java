package org.sunlit.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where the browser keeps the refresh token: out of reach of scripts and of other sites. */
@Singleton
class RefreshCookie {

  private static final String NAME = "sunlit_refresh";
  private static final String PATH = "/api/v1/auth";

  private final RoutingContext http;

  RefreshCookie(RoutingContext http) {
    this.http = http;
  }

  /** The token that came with the request. */
  Optional<String> get() {
    return Optional.ofNullable(http.request().getCookie(NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  void set(String secret, long seconds) {
    http.response()
        .addCookie(
            Cookie.cookie(NAME, secret)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(http.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(seconds));
  }

  void clear() {
    set("", 0);
  }
}
