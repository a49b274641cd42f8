package org.sunlit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies access tokens, each once a minute: somebody at work sends the same token with every
 * click, and to check an ES256 signature costs more than most of what is then asked for. Only
 * tokens that were found good are remembered, never beyond their own end, and whether their session
 * has ended is looked up each time: in memory.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private final DefaultJWTTokenParser verifier;
  private final Cache<String, JWTCallerPrincipal> verified =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
  private final Clock clock;
  private final EndedSessions ended;

  VerifiedTokens(Clock clock, EndedSessions ended, TokenKeys keys) {
    this.clock = clock;
    this.ended = ended;
    this.verifier = new ByKey(keys);
    keys.onChange(verified::invalidateAll);
  }

  /** Verifies with the key that the token names, of those whose signatures are taken now. */
  private static final class ByKey extends DefaultJWTTokenParser {
    private final TokenKeys keys;

    ByKey(TokenKeys keys) {
      this.keys = keys;
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
      return (token, around) ->
          keys.verifier(token.getKeyIdHeaderValue())
              .map(TokenKey::verifying)
              .orElseThrow(() -> new UnresolvableKeyException("No such key, or not any more"));
    }
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    JWTCallerPrincipal known = verified.getIfPresent(token);
    if (known != null && known.getExpirationTime() > clock.instant().getEpochSecond()) {
      return inItsSession(known);
    }
    TokenForm.check(token);
    JWTCallerPrincipal principal = inItsSession(verify(token, rules));
    verified.put(token, principal);
    return principal;
  }

  private JWTCallerPrincipal verify(String token, JWTAuthContextInfo rules) throws ParseException {
    JWTAuthContextInfo byKey = new JWTAuthContextInfo(rules);
    byKey.setPublicVerificationKey(null);
    byKey.setSecretVerificationKey(null);
    JwtContext read = verifier.parse(token, byKey);
    String type = read.getJoseObjects().get(0).getHeader("typ");
    return new DefaultJWTCallerPrincipal(type, read.getJwtClaims());
  }

  /** Asked every time, for a session ends between two clicks. */
  private JWTCallerPrincipal inItsSession(JWTCallerPrincipal principal) throws ParseException {
    if (principal.getClaim(AccessTokens.SESSION) instanceof String session && goesOn(session)) {
      return principal;
    }
    throw new ParseException("The session has ended");
  }

  private boolean goesOn(String session) {
    try {
      return !ended.contains(UUID.fromString(session));
    } catch (IllegalArgumentException nobodysSession) {
      return false;
    }
  }
}
