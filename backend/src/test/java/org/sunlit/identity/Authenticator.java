package org.sunlit.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A device that makes one passkey (ES256, no attestation) and answers with it. */
final class Authenticator {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int WITH_CREDENTIAL = 0x40;

  final byte[] credentialId = new byte[32];
  private final KeyPair keys;
  private final String origin;
  private final String domain;
  private int counter;
  private int flags = USER_PRESENT | USER_VERIFIED;

  Authenticator(String origin, String domain) {
    this.origin = origin;
    this.domain = domain;
    new SecureRandom().nextBytes(credentialId);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same device as seen from another address. */
  Authenticator at(String otherOrigin, String otherDomain) {
    return new Authenticator(this, otherOrigin, otherDomain);
  }

  private Authenticator(Authenticator same, String origin, String domain) {
    this.keys = same.keys;
    this.origin = origin;
    this.domain = domain;
    this.counter = same.counter;
    System.arraycopy(same.credentialId, 0, credentialId, 0, credentialId.length);
  }

  void asksNobody() {
    flags = USER_PRESENT;
  }

  void winds(int by) {
    counter += by;
  }

  Map<String, Object> make(String challenge) {
    byte[] authenticatorData = data(WITH_CREDENTIAL, credential());
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    attestation.write(0xa3);
    text(attestation, "fmt");
    text(attestation, "none");
    text(attestation, "attStmt");
    attestation.write(0xa0);
    text(attestation, "authData");
    bytes(attestation, authenticatorData);
    Map<String, Object> made = new HashMap<>();
    made.put("clientDataJson", base64(client("webauthn.create", challenge)));
    made.put("attestationObject", base64(attestation.toByteArray()));
    return made;
  }

  Map<String, Object> prove(String challenge) {
    counter++;
    byte[] client = client("webauthn.get", challenge);
    byte[] authenticatorData = data(0, new byte[0]);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(authenticatorData);
      signature.update(MessageDigest.getInstance("SHA-256").digest(client));
      Map<String, Object> proof = new HashMap<>();
      proof.put("credentialId", base64(credentialId));
      proof.put("clientDataJson", base64(client));
      proof.put("authenticatorData", base64(authenticatorData));
      proof.put("signature", base64(signature.sign()));
      return proof;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(int more, byte[] credential) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(domain.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(37 + credential.length)
          .put(hash)
          .put((byte) (flags | more))
          .putInt(counter)
          .put(credential)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] credential() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream cose = new ByteArrayOutputStream();
    cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
    bytes(cose, coordinate(key.getW().getAffineX()));
    cose.write(0x22);
    bytes(cose, coordinate(key.getW().getAffineY()));
    return ByteBuffer.allocate(16 + 2 + credentialId.length + cose.size())
        .put(new byte[16])
        .putShort((short) credentialId.length)
        .put(credentialId)
        .put(cose.toByteArray())
        .array();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = new byte[32];
    byte[] given = number.toByteArray();
    int length = Math.min(given.length, bytes.length);
    System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
    return bytes;
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(0x60 + text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
    if (bytes.length < 256) {
      out.write(0x58);
      out.write(bytes.length);
    } else {
      out.write(0x59);
      out.write(bytes.length >> 8);
      out.write(bytes.length & 0xff);
    }
    out.writeBytes(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
