package org.sunlit.identity;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The short way for a token that {@link TokenIdentities} has found good within the last minute:
 * everything that decides is in memory, so whoever brings it is known before anybody asks. Whatever
 * it doesn't know goes the long way, where it is verified or refused (ADR 120).
 */
@Singleton
class RememberedTokens {
  private static final String BEARER = "Bearer ";

  /** As soon as Quarkus has prepared to find out who it is (-200), and before it is asked to. */
  private static final int BEFORE_ANYBODY_ASKS = -198;

  private final TokenIdentities identities;

  RememberedTokens(TokenIdentities identities) {
    this.identities = identities;
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_ANYBODY_ASKS).handler(this::recognise);
  }

  private void recognise(RoutingContext http) {
    String sent = http.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (sent != null && sent.startsWith(BEARER)) {
      identities
          .remembered(sent.substring(BEARER.length()))
          .ifPresent(identity -> QuarkusHttpUser.setIdentity(identity, http));
    }
    http.next();
  }
}
