package org.sunlit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * Secrets that the embedded default makes for itself at its first start, each in a file that only
 * its owner can read.
 */
final class Secrets {
  private static final int PASSWORD_BYTES = 24;

  private Secrets() {}

  /** The database's password, made when there is none. */
  static String password(Path folder) throws IOException {
    Path file = folder.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  /**
   * The key pair that signs tokens (ES256, RFC 7518 section 3.4), made when there is none.
   *
   * @param signing PEM of the private key (PKCS #8)
   * @param verifying PEM of the public key
   */
  record TokenKeys(Path signing, Path verifying) {
    static TokenKeys in(Path folder) throws IOException {
      TokenKeys keys =
          new TokenKeys(
              folder.resolve("token-signing-key.pem"), folder.resolve("token-public-key.pem"));
      if (!Files.exists(keys.signing) || !Files.exists(keys.verifying)) {
        KeyPair pair = generate();
        PrivateFiles.write(keys.verifying, pem("PUBLIC KEY", pair.getPublic()));
        PrivateFiles.write(keys.signing, pem("PRIVATE KEY", pair.getPrivate()));
      }
      return keys;
    }

    /** A new pair in one file, the private key first. */
    static String both() {
      KeyPair pair = generate();
      return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
    }

    private static KeyPair generate() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static String pem(String kind, Key key) {
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
      return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
  }
}
