package org.sunlit.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes tokens byte by byte, as no library would. */
final class Forger {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private Forger() {}

  /** Header and claims, in JSON or not, before they are signed. */
  static String unsigned(String header, String claims) {
    return encoded(header) + "." + encoded(claims);
  }

  static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(byte[] bytes) {
    return URL.encodeToString(bytes);
  }

  /** Signed by Sunlit's own key. */
  static String genuine(String header, String claims) {
    return signed(header, claims, "SHA256withECDSAinP1363Format", ownKey());
  }

  static String signed(String header, String claims, String algorithm, PrivateKey key) {
    String content = unsigned(header, claims);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Signed with a shared secret, such as the public key that everybody knows. */
  static String keyed(String header, String claims, String algorithm, byte[] secret) {
    String content = unsigned(header, claims);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A pair of somebody else's: {@code secp256r1}, {@code secp384r1}, or RSA of 2048 bits. */
  static KeyPair foreign(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(curve.equals("RSA") ? "RSA" : "EC");
      if (curve.equals("RSA")) {
        generator.initialize(2048);
      } else {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static PrivateKey ownKey() {
    try {
      return KeyFactory.getInstance("EC")
          .generatePrivate(
              new PKCS8EncodedKeySpec(der(configured("smallrye.jwt.sign.key.location"))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public key as it lies in its file. */
  static byte[] publicPem() {
    return configured("mp.jwt.verify.publickey.location").getBytes(StandardCharsets.UTF_8);
  }

  /** The public key as its bytes. */
  static byte[] publicDer() {
    return der(configured("mp.jwt.verify.publickey.location"));
  }

  static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String configured(String key) {
    String location = ConfigProvider.getConfig().getValue(key, String.class);
    try {
      return Files.readString(Path.of(URI.create(location)));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
