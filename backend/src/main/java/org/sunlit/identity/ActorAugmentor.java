package org.sunlit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token says who somebody is; what they may do is looked up, so that a role given or taken away,
 * or an account closed, counts with the next request.
 */
@ApplicationScoped
class ActorAugmentor implements SecurityIdentityAugmentor {

  /** The attribute of an identity that holds its {@link Actor}. */
  static final String ACTOR = "sunlit.actor";

  private final Directory directory;

  ActorAugmentor(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return directory
        .actor(token.getSubject())
        .map(
            found ->
                found.orElseThrow(() -> new AuthenticationFailedException("No such account now")))
        .map(actor -> acting(identity, actor));
  }

  private static SecurityIdentity acting(SecurityIdentity identity, Actor actor) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addAttribute(ACTOR, actor)
        .addRoles(actor.roles().stream().map(Role::code).collect(Collectors.toSet()))
        .addPermissionsAsString(
            Rights.of(actor.roles()).stream().map(Permission::code).collect(Collectors.toSet()))
        .build();
  }
}
