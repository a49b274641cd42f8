package org.sunlit.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies access tokens: their form, their signature by the key they name, and what every token
 * must say. Whose they are and what that account may is looked up by {@link TokenIdentities}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

  private final DefaultJWTTokenParser verifier;

  VerifiedTokens(TokenKeys keys) {
    this.verifier = new ByKey(keys);
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
    TokenForm.check(token);
    JWTAuthContextInfo byKey = new JWTAuthContextInfo(rules);
    byKey.setPublicVerificationKey(null);
    byKey.setSecretVerificationKey(null);
    JwtContext read = verifier.parse(token, byKey);
    String type = read.getJoseObjects().get(0).getHeader("typ");
    return new DefaultJWTCallerPrincipal(type, read.getJwtClaims());
  }
}
