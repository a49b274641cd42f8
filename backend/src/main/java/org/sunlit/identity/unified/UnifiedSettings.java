package org.sunlit.identity.unified;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The city's unified identity provider; without an issuer there is none. */
@ConfigMapping(prefix = "sunlit.identity.unified")
public interface UnifiedSettings {

  /**
   * The provider's issuer; what else there is to know it says itself (OpenID Connect Discovery).
   */
  Optional<URI> issuer();

  /** The name Sunlit has there. */
  Optional<String> clientId();

  /** Without one Sunlit is a public client; PKCE is used either way. */
  Optional<String> clientSecret();

  /** Where the provider sends people back to: {@code …/api/v1/auth/unified-identity/callback}. */
  Optional<URI> redirectUri();

  /** The claim that names the staff account. */
  @WithDefault("preferred_username")
  String accountClaim();

  @WithDefault("openid profile")
  String scope();

  /** The one algorithm ID tokens are signed with. */
  @WithDefault("RS256")
  String algorithm();

  /** On the button. */
  @WithDefault("统一身份认证")
  String name();

  @WithDefault("unified identity")
  String nameEn();
}
