package org.sunlit.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Set;
import org.sunlit.identity.attempt.KnownDevices;

/**
 * Whether a browser is one that the staff work with. It says that and no more: not who, not which.
 * Ratings that come from one are looked into.
 */
public final class StaffDevice {
  private static final String NAME = "sunlit_desk";
  private static final String PATH = "/api/v1";
  private static final String YES = "1";

  /** Roles of those who are no staff. */
  private static final Set<Role> GUESTS = EnumSet.of(Role.CITIZEN, Role.ENTERPRISE);

  private StaffDevice() {}

  /** Whether somebody of the staff has signed in with this browser. */
  public static boolean isOne(RoutingContext http) {
    return http.request().getCookie(NAME) != null;
  }

  /** Somebody with these roles has signed in with it. */
  static void seen(RoutingContext http, Set<Role> roles) {
    if (GUESTS.containsAll(roles)) {
      return;
    }
    http.response()
        .addCookie(
            Cookie.cookie(NAME, YES)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(http.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(KnownDevices.REMEMBERED.toSeconds()));
  }
}
