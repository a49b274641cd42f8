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
  /** Before whoever may refuse: a refusal is an answer too. */
  private static final int FIRST = EarlyRoute.ORDER + 1;

  /** Files come before, at the default order; the resources, which answer all else, come after. */
  private static final int WHEN_THERE_IS_NO_FILE = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT - 1;

  private static final String INDEX = "/index.html";
  private static final String BOARD = "/board.html";
  private static final String KIOSK = "/kiosk.html";
  private static final String API_DOCS = "/api-docs.html";

  /**
   * Names of files: a file that is gone is no page. Codes of items may have dots, but not these.
   */
  private static final Pattern FILE =
      Pattern.compile("^/assets/|\\.(html|js|css|svg|png|ico|json|txt|map|webmanifest)$");

  /**
   * Only our own files, nothing inline; a frame only for a paper, and a film only of what, the page
   * itself has fetched; and no text becomes markup or script on its way through the page (Trusted
   * Types): the pages never need it.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self';"
          + " require-trusted-types-for 'script'; trusted-types 'none';"
          + " img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self';"
          + " manifest-src 'self'; frame-src blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /**
   * The page of the API's documentation is made by a library that writes styles into its markup and
   * has pictures as data. It gets that, no other page does; scripts stay our own files.
   */
  private static final String API_DOCS_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** Nothing of the device but what signing in by passkey takes. */
  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), usb=(),"
          + " publickey-credentials-get=(self), publickey-credentials-create=(self)";

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(Pages::headers);
    router.route().order(WHEN_THERE_IS_NO_FILE).handler(Pages::pageOfTheBrowser);
  }

  private static void headers(RoutingContext http) {
    String path = http.normalizedPath();
    MultiMap headers = http.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    if (http.request().isSSL()) {
      headers.set(EarlyRoute.TLS_ONLY, EarlyRoute.TLS_ONLY_FOR_A_YEAR);
    }
    if (!isApi(path)) {
      headers.set(
          "Content-Security-Policy",
          isApiDocs(path) ? API_DOCS_SECURITY_POLICY : CONTENT_SECURITY_POLICY);
      // Which page somebody reads isn't told with what the page asks for, not even to us.
      headers.set("Referrer-Policy", "strict-origin");
      headers.set("X-Frame-Options", "DENY");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("Permissions-Policy", PERMISSIONS);
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
    http.reroute(entry(path));
  }

  private static String entry(String path) {
    if (isApiDocs(path)) {
      return API_DOCS;
    }
    if (path.startsWith("/kiosk/")) {
      return KIOSK;
    }
    return path.startsWith("/board/") || path.equals("/board") ? BOARD : INDEX;
  }

  private static boolean isApiDocs(String path) {
    return path.equals("/api-docs") || path.equals("/api-docs/") || path.equals(API_DOCS);
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
