package org.sunlit.platform;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * The pages beside the API: which file answers an address that only the browser knows, how long
 * files may be kept, and what a browser may do on them.
 */
@ApplicationScoped
class Pages {
  private static final int FIRST = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 2;

  /** Files come before, at the default order; the resources, which answer all else, come after. */
  private static final int WHEN_THERE_IS_NO_FILE = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT - 1;

  private static final String INDEX = "/index.html";
  private static final String BOARD = "/board.html";

  /**
   * Names of files: a file that is gone is no page. Codes of items may have dots, but not these.
   */
  private static final Pattern FILE =
      Pattern.compile("^/assets/|\\.(html|js|css|svg|png|ico|json|txt|map|webmanifest)$");

  /**
   * Only our own files, nothing inline; and no text becomes markup or script on its way through the
   * page (Trusted Types): the pages never need it.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self';"
          + " require-trusted-types-for 'script'; trusted-types 'none';"
          + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self';"
          + " manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(Pages::headers);
    router.route().order(WHEN_THERE_IS_NO_FILE).handler(Pages::pageOfTheBrowser);
  }

  private static void headers(RoutingContext http) {
    String path = http.normalizedPath();
    MultiMap headers = http.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    if (!isApi(path)) {
      headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
      headers.set("X-Frame-Options", "DENY");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set(HttpHeaders.CACHE_CONTROL, caching(path));
    }
    http.next();
  }

  /** The build puts a hash of the content into the names of assets. */
  private static String caching(String path) {
    return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  }

  private static void pageOfTheBrowser(RoutingContext http) {
    String path = http.normalizedPath();
    if (!isNavigation(http) || isApi(path) || FILE.matcher(path).find()) {
      http.next();
      return;
    }
    http.reroute(path.startsWith("/board/") || path.equals("/board") ? BOARD : INDEX);
  }

  private static boolean isNavigation(RoutingContext http) {
    HttpMethod method = http.request().method();
    String accept = http.request().getHeader(HttpHeaders.ACCEPT);
    return (method == HttpMethod.GET || method == HttpMethod.HEAD)
        && accept != null
        && accept.contains("text/html");
  }

  private static boolean isApi(String path) {
    return path.startsWith("/api/") || path.startsWith("/q/");
  }
}
