package org.sunlit.identity;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Access tokens: signed, for ten minutes, saying who it is and nothing that a reader of the token
 * must not know.
 */
@ApplicationScoped
class AccessTokens {

  static final String NAME = "name";
  static final String NAME_EN = "nameEn";
  static final String DEPARTMENT = "department";
  static final String REGION = "region";
  static final String POSTS = "posts";

  /** The session it was issued in; without one no token is good. */
  static final String SESSION = "sid";

  /** The longest; never beyond the end of its session. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private final String issuer;
  private final String audience;

  AccessTokens(
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") List<String> audiences) {
    this.issuer = issuer;
    this.audience = audiences.get(0);
  }

  String issue(StaffAccount account, UUID session, Instant issuedAt, Instant expiresAt) {
    var claims =
        Jwt.issuer(issuer)
            .audience(audience)
            .subject(account.account())
            .upn(account.account())
            .groups(account.roles().stream().map(Role::code).collect(Collectors.toSet()))
            .issuedAt(issuedAt)
            .expiresAt(expiresAt)
            .claim(SESSION, session.toString())
            .claim(NAME, account.name())
            .claim(POSTS, List.copyOf(account.posts()));
    if (account.nameEn() != null) {
      claims.claim(NAME_EN, account.nameEn());
    }
    if (account.departmentCode() != null) {
      claims.claim(DEPARTMENT, account.departmentCode());
    }
    if (account.regionCode() != null) {
      claims.claim(REGION, account.regionCode());
    }
    return claims.sign();
  }
}
