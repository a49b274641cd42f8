package org.sunlit.identity;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Access tokens: signed, for ten minutes, saying whose session it is and nothing else. What the
 * account may do is looked up for each request (ADR 0071).
 */
@ApplicationScoped
class AccessTokens {

  /** The session it was issued in; without one no token is good. */
  static final String SESSION = "sid";

  /** The longest; never beyond the end of its session. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private final TokenKeys keys;
  private final String issuer;
  private final String audience;

  AccessTokens(
      TokenKeys keys,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") List<String> audiences) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audiences.get(0);
  }

  String issue(String account, UUID session, Instant issuedAt, Instant expiresAt) {
    TokenKey key = keys.signer();
    return Jwt.issuer(issuer)
        .audience(audience)
        .subject(account)
        .issuedAt(issuedAt)
        .expiresAt(expiresAt)
        .claim(SESSION, session.toString())
        .jws()
        .header("typ", TokenForm.TYPE)
        .keyId(key.id())
        .sign(key.signing());
  }
}
