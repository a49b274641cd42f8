package org.sunlit.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.sunlit.identity.unified.UnifiedIdentity;
import org.sunlit.identity.unified.UnifiedIdentity.Outcome;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** To the city's unified identity provider and back; written by hand, for it answers redirects. */
@Path("/api/v1/auth/unified-identity")
class UnifiedIdentityResource {
  private static final String COOKIE = "sunlit_unified";
  private static final String PATH = "/api/v1/auth/unified-identity";
  private static final long SECONDS = 600;
  private static final String HOME = "/staff";
  private static final String SIGN_IN = "/staff/login?unified=";

  /** Only ever back to a page of the staff's own. */
  private static final Pattern OWN_PAGE = Pattern.compile("/staff(/[\\w%-]+)*(\\?[\\w=&%.-]*)?");

  private final UnifiedIdentity unified;
  private final Directory directory;
  private final SignIns signIns;
  private final CurrentVertxRequest currentRequest;

  UnifiedIdentityResource(
      UnifiedIdentity unified,
      Directory directory,
      SignIns signIns,
      CurrentVertxRequest currentRequest) {
    this.unified = unified;
    this.directory = directory;
    this.signIns = signIns;
    this.currentRequest = currentRequest;
  }

  @GET
  @PermitAll
  public Uni<RestResponse<Void>> begin(@RestQuery String next) {
    RoutingContext http = currentRequest.getCurrent();
    requireOffered();
    return unified
        .begin(next != null && OWN_PAGE.matcher(next).matches() ? next : HOME)
        .map(
            begun -> {
              begun.ifPresent(it -> keep(http, it.browser(), SECONDS));
              return see(
                  begun
                      .map(UnifiedIdentity.Begun::provider)
                      .orElse(URI.create(SIGN_IN + "failed")));
            });
  }

  @GET
  @Path("/callback")
  @PermitAll
  public Uni<RestResponse<Void>> finish(@RestQuery String state, @RestQuery String code) {
    RoutingContext http = currentRequest.getCurrent();
    requireOffered();
    String browser =
        Optional.ofNullable(http.request().getCookie(COOKIE)).map(Cookie::getValue).orElse(null);
    return unified
        .finish(state, code, browser)
        .invoke(() -> keep(http, "", 0))
        .chain(outcome -> end(http, outcome));
  }

  private Uni<RestResponse<Void>> end(RoutingContext http, Outcome outcome) {
    if (outcome instanceof Outcome.Vouched vouched) {
      return directory
          .find(vouched.account())
          .chain(
              account ->
                  account.isEmpty()
                      ? Uni.createFrom().item(see(URI.create(SIGN_IN + "nobody")))
                      : signIns
                          .enter(http, account.get())
                          .replaceWith(see(URI.create(vouched.next()))));
    }
    boolean nobody = outcome instanceof Outcome.Nobody;
    return Uni.createFrom().item(see(URI.create(SIGN_IN + (nobody ? "nobody" : "failed"))));
  }

  private void requireOffered() {
    if (!unified.offered()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private static RestResponse<Void> see(URI place) {
    return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
        .header("Location", place.toString())
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Lax: the provider's page leads back here, from another site. */
  private static void keep(RoutingContext http, String browser, long seconds) {
    http.response()
        .addCookie(
            Cookie.cookie(COOKIE, browser)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(http.request().isSSL())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(seconds));
  }
}
