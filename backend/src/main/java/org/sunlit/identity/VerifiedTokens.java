package org.sunlit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
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

  private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
  private final Cache<String, JWTCallerPrincipal> verified =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
  private final Clock clock;
  private final EndedSessions ended;

  VerifiedTokens(Clock clock, EndedSessions ended) {
    this.clock = clock;
    this.ended = ended;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    JWTCallerPrincipal known = verified.getIfPresent(token);
    if (known != null && known.getExpirationTime() > clock.instant().getEpochSecond()) {
      return inItsSession(known);
    }
    TokenForm.check(token);
    JWTCallerPrincipal principal = inItsSession(verifier.parse(token, rules));
    verified.put(token, principal);
    return principal;
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
