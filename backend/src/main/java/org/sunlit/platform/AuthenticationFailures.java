package org.sunlit.platform;

import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * What becomes of a request whose token isn't good: it fails, and the resources' own handling of
 * failures answers.
 *
 * <p>Quarkus does the same, but where requests are measured it looks up the resource's address for
 * each of them beforehand, in a table of all resources that it builds anew each time: a fifth of
 * the event loop's time with some two hundred operations. Only a failure needs it, and a failure
 * gets it on its own way.
 */
@ApplicationScoped
class AuthenticationFailures {
  /** After authentication (-200); of equal ones this comes before Quarkus' own. */
  private static final int BEFORE_QUARKUS_OWN = -199;

  private static final BiConsumer<RoutingContext, Throwable> FAIL =
      (http, failure) -> {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(http, failure);
        if (!http.failed()) {
          http.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
      };

  void register(@Observes Router router) {
    router
        .route()
        .order(BEFORE_QUARKUS_OWN)
        .handler(
            http -> {
              http.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
              http.next();
            });
  }
}
