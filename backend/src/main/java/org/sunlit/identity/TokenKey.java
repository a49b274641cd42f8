package org.sunlit.identity;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A key that signs tokens, or did, or will.
 *
 * @param id its thumbprint (RFC 7638), in every token it signs
 * @param from when it begins to sign
 */
record TokenKey(String id, PrivateKey signing, PublicKey verifying, Instant from) {
  private static final String THUMBPRINT = "SHA-256";

  static TokenKey of(PrivateKey signing, PublicKey verifying, Instant from) {
    try {
      String id =
          PublicJsonWebKey.Factory.newPublicJwk(verifying)
              .calculateBase64urlEncodedThumbprint(THUMBPRINT);
      return new TokenKey(id, signing, verifying, from);
    } catch (JoseException failure) {
      throw new IllegalStateException("Not a key that signs tokens (ES256)", failure);
    }
  }

  /** As it may be published (RFC 7517). */
  JsonWebKey published() {
    try {
      PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(verifying);
      key.setKeyId(id);
      key.setAlgorithm("ES256");
      key.setUse("sig");
      return key;
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
