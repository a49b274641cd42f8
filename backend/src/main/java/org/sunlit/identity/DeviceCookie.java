package org.sunlit.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.identity.attempt.KnownDevices;
import org.sunlit.identity.attempt.Origin;

/**
 * What a browser is known again by when it signs in: out of reach of scripts and other sites, and
 * good for nothing but being counted by itself when a password is wrong.
 */
final class DeviceCookie {
  private static final String NAME = "sunlit_device";
  private static final String PATH = "/api/v1/auth";
  private static final int LONGEST = 100;

  private DeviceCookie() {}

  /** Where this request comes from. */
  static Origin origin(RoutingContext http) {
    Cookie cookie = http.request().getCookie(NAME);
    String device =
        cookie == null || cookie.getValue().length() > LONGEST ? null : cookie.getValue();
    return Origin.of(http.request().remoteAddress().hostAddress(), device);
  }

  static void set(RoutingContext http, String secret) {
    http.response()
        .addCookie(
            Cookie.cookie(NAME, secret)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(http.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(KnownDevices.REMEMBERED.toSeconds()));
  }
}
