package org.sunlit.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, as the access token says. */
@RequestScoped
public class CurrentActor {

  private final JsonWebToken token;

  CurrentActor(JsonWebToken token) {
    this.token = token;
  }

  /** The signed-in account, or {@link Actor#GUEST}. */
  public Actor get() {
    if (token.getRawToken() == null) {
      return Actor.GUEST;
    }
    Set<Role> roles = new HashSet<>();
    token.getGroups().forEach(group -> Role.of(group).ifPresent(roles::add));
    return new Actor(
        token.getSubject(),
        token.getClaim(AccessTokens.NAME),
        token.getClaim(AccessTokens.NAME_EN),
        token.getClaim(AccessTokens.DEPARTMENT),
        token.getClaim(AccessTokens.REGION),
        roles,
        posts());
  }

  /** The session of whoever is signed in. */
  UUID session() {
    return UUID.fromString(token.getClaim(AccessTokens.SESSION));
  }

  private Set<String> posts() {
    Set<String> posts = new HashSet<>();
    Optional<JsonArray> claim = token.claim(AccessTokens.POSTS);
    claim.ifPresent(
        values ->
            values.getValuesAs(JsonString.class).forEach(post -> posts.add(post.getString())));
    return posts;
  }
}
