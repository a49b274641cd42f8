package org.sunlit.client;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.edge.ApplicationKeys;
import org.sunlit.edge.Metered;

/**
 * Knows a third-party application by its key ({@code Authorization: Bearer sunlit_…}, RFC 6750). It
 * is nobody's account and has no permission: what it may ask for is looked at before any resource
 * is, and is never more than everybody may.
 */
@ApplicationScoped
class ClientKeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";

  /** Before tokens: both come in the same header, and what begins like a key is no token. */
  private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 100;

  private static final int UNAUTHORIZED = 401;

  private final KnownClients clients;

  ClientKeyMechanism(KnownClients clients) {
    this.clients = clients;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext http, IdentityProviderManager manager) {
    String sent = http.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (sent == null
        || !sent.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !sent.startsWith(ApplicationKeys.PREFIX, BEARER.length())) {
      return Uni.createFrom().nullItem();
    }
    return clients
        .find(sent.substring(BEARER.length()))
        .map(meter -> Uni.createFrom().item(identity(meter)))
        .orElseGet(
            () ->
                Uni.createFrom()
                    .failure(new AuthenticationFailedException("No such key, or not any more")));
  }

  private static SecurityIdentity identity(ClientMeter meter) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("client:" + meter.limits().client()))
        .addAttribute(Metered.ATTRIBUTE, meter)
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext http) {
    return Uni.createFrom()
        .item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", BEARER.strip()));
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext http) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.AUTHORIZATION, BEARER.strip(), "key"));
  }

  @Override
  public int getPriority() {
    return BEFORE_TOKENS;
  }
}
