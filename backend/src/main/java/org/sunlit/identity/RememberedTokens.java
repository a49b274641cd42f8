package org.sunlit.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The short way for a token that {@link TokenIdentities} has found good within the last minute:
 * everything that decides is in memory, so nothing is waited for. Whatever it doesn't know goes the
 * long way, where it is verified or refused.
 */
@ApplicationScoped
class RememberedTokens implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";

  /** Before all others: most requests of somebody at work bring such a token. */
  private static final int FIRST = DEFAULT_PRIORITY + 200;

  private static final Uni<SecurityIdentity> UNKNOWN = Uni.createFrom().nullItem();
  private static final Uni<ChallengeData> NO_CHALLENGE = Uni.createFrom().nullItem();
  private static final Uni<HttpCredentialTransport> TRANSPORT =
      Uni.createFrom()
          .item(
              new HttpCredentialTransport(
                  HttpCredentialTransport.Type.AUTHORIZATION, BEARER.strip(), "remembered"));

  private final TokenIdentities identities;

  RememberedTokens(TokenIdentities identities) {
    this.identities = identities;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext http, IdentityProviderManager manager) {
    String sent = http.request().getHeader(HttpHeaders.AUTHORIZATION);
    return sent == null || !sent.startsWith(BEARER)
        ? UNKNOWN
        : identities
            .remembered(sent.substring(BEARER.length()))
            .map(identity -> Uni.createFrom().item(identity))
            .orElse(UNKNOWN);
  }

  /** Who has to show something is told so by those who verify it. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext http) {
    return NO_CHALLENGE;
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext http) {
    return TRANSPORT;
  }

  @Override
  public int getPriority() {
    return FIRST;
  }
}
