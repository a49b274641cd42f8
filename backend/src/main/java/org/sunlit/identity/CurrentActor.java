package org.sunlit.identity;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, as things stand now. */
@Singleton
public class CurrentActor {

  private final CurrentIdentityAssociation request;

  CurrentActor(CurrentIdentityAssociation request) {
    this.request = request;
  }

  /** Who is signed in, or {@link Actor#GUEST}; only where somebody must be. */
  public Actor get() {
    Actor actor = identity().getAttribute(TokenIdentities.ACTOR);
    return actor == null ? Actor.GUEST : actor;
  }

  /**
   * Who is signed in where nobody has to be; a guest as well when the token is good for nothing.
   */
  public Uni<Actor> orGuest() {
    return request
        .getDeferredIdentity()
        .map(found -> found.<Actor>getAttribute(TokenIdentities.ACTOR))
        .onFailure()
        .recoverWithNull()
        .map(actor -> actor == null ? Actor.GUEST : actor);
  }

  /** The session of whoever is signed in; null for who is without one. */
  public UUID sessionOrNull() {
    return identity().getPrincipal() instanceof JsonWebToken token
            && token.getClaim(AccessTokens.SESSION) instanceof String session
        ? UUID.fromString(session)
        : null;
  }

  /** When the token of whoever is signed in is good for nothing any more. */
  public Instant tokenExpiresAt() {
    JsonWebToken token = (JsonWebToken) identity().getPrincipal();
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  /** The session of whoever is signed in. */
  UUID session() {
    JsonWebToken token = (JsonWebToken) identity().getPrincipal();
    return UUID.fromString(token.getClaim(AccessTokens.SESSION));
  }

  private SecurityIdentity identity() {
    return request.getIdentity();
  }
}
