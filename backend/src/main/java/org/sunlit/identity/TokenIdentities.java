package org.sunlit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.sunlit.platform.HotCaches;

/**
 * Who a token stands for. A token says whose session it is; what the account may do is looked up
 * each time, so that a role given or taken away, or an account closed, counts with the next
 * request, and so is whether the session has ended. Both are in memory.
 *
 * <p>Tokens are verified once a minute: somebody at work sends the same one with every click, and
 * to check an ES256 signature costs more than most of what is then asked for. Only tokens that were
 * found good are remembered, and never beyond their own end.
 */
@Singleton
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

  /** The attribute of an identity that holds its {@link Actor}. */
  static final String ACTOR = "sunlit.actor";

  private static final Uni<Boolean> PERMITTED = Uni.createFrom().item(true);
  private static final Uni<Boolean> NOT_PERMITTED = Uni.createFrom().item(false);
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  /** Before Quarkus's own, which is what this one asks. */
  private static final int FIRST = 2_000;

  /**
   * A token that was found good.
   *
   * @param acting what its account last was, with the rights that follow
   */
  private record Known(String account, UUID session, long expiresAt, SecurityIdentity acting) {}

  private final Cache<String, Known> known =
      HotCaches.builder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
  private final MpJwtValidator validator;
  private final EndedSessions ended;
  private final Directory directory;
  private final Clock clock;

  TokenIdentities(
      MpJwtValidator validator,
      TokenKeys keys,
      EndedSessions ended,
      Directory directory,
      Clock clock) {
    this.validator = validator;
    this.ended = ended;
    this.directory = directory;
    this.clock = clock;
    keys.onChange(known::invalidateAll);
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    String token = request.getToken().getToken();
    return goodBefore(token)
        .map(remembered -> actingNow(token, remembered))
        .orElseGet(
            () ->
                validator
                    .authenticate(request, context)
                    .chain(verified -> actingNow(token, read(verified))));
  }

  /**
   * Who this token stands for, when that is known without waiting: it was found good before, its
   * session goes on, and its account is in memory. Empty says nothing about the token.
   */
  Optional<SecurityIdentity> remembered(String token) {
    return goodBefore(token)
        .filter(good -> !ended.contains(good.session()))
        .flatMap(
            good ->
                directory.actorInMemory(good.account()).map(actor -> identity(token, good, actor)));
  }

  private Optional<Known> goodBefore(String token) {
    return Optional.ofNullable(known.getIfPresent(token))
        .filter(good -> good.expiresAt() > clock.instant().getEpochSecond());
  }

  private static Known read(SecurityIdentity verified) {
    JsonWebToken token = (JsonWebToken) verified.getPrincipal();
    long life = token.getExpirationTime() - token.getIssuedAtTime();
    if (life > AccessTokens.LIFE.toSeconds()) {
      throw new AuthenticationFailedException("It lives longer than any token of this city");
    }
    return new Known(token.getSubject(), session(token), token.getExpirationTime(), verified);
  }

  /** A token without a session is good for nothing. */
  private static UUID session(JsonWebToken token) {
    try {
      if (token.getClaim(AccessTokens.SESSION) instanceof String session) {
        return UUID.fromString(session);
      }
    } catch (IllegalArgumentException nobodysSession) {
      throw new AuthenticationFailedException("That is no session");
    }
    throw new AuthenticationFailedException("A token without a session");
  }

  private Uni<SecurityIdentity> actingNow(String token, Known good) {
    if (ended.contains(good.session())) {
      return Uni.createFrom().failure(new AuthenticationFailedException("The session has ended"));
    }
    return directory
        .actor(good.account())
        .map(
            found ->
                found.orElseThrow(() -> new AuthenticationFailedException("No such account now")))
        .map(actor -> identity(token, good, actor));
  }

  private SecurityIdentity identity(String token, Known good, Actor actor) {
    if (actor.equals(good.acting().getAttribute(ACTOR))) {
      return good.acting();
    }
    SecurityIdentity acting = acting(good.acting(), actor);
    known.put(token, new Known(good.account(), good.session(), good.expiresAt(), acting));
    return acting;
  }

  private static SecurityIdentity acting(SecurityIdentity verified, Actor actor) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(verified.getPrincipal())
        .addCredentials(verified.getCredentials())
        .addAttribute(ACTOR, actor)
        .addRoles(actor.roles().stream().map(Role::code).collect(Collectors.toSet()))
        .addPermissionChecker(permitted(actor))
        .build();
  }

  /** Whether a right is among the actor's, looked up by its word and answered without waiting. */
  private static Function<java.security.Permission, Uni<Boolean>> permitted(Actor actor) {
    Set<String> codes =
        Rights.of(actor.roles()).stream()
            .map(Permission::code)
            .collect(Collectors.toUnmodifiableSet());
    return asked -> codes.contains(asked.getName()) ? PERMITTED : NOT_PERMITTED;
  }
}
