package org.sunlit.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HPKE (RFC 9180) in mode auth with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-GCM, for one
 * message a key. Only invented people of the demonstration need it here: everybody else seals in
 * their browser.
 */
public final class Hpke {
  private static final byte[] VERSION = ascii("HPKE-v1");
  private static final int KEM = 0x0010;
  private static final int KDF = 0x0001;
  private static final byte MODE_AUTH = 2;
  private static final int HASH = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final int aead;
  private final int keyLength;

  private Hpke(int aead, int keyLength) {
    this.aead = aead;
    this.keyLength = keyLength;
  }

  /** With AES-256-GCM, as reports are sealed. */
  public static Hpke aes256() {
    return new Hpke(0x0002, 32);
  }

  /** With AES-128-GCM, as the RFC's examples are. */
  static Hpke aes128() {
    return new Hpke(0x0001, 16);
  }

  /** Encapsulated key and ciphertext, one after the other. */
  public byte[] seal(byte[] recipient, P256 sender, byte[] info, byte[] aad, byte[] plain) {
    return seal(P256.random(), recipient, sender, info, aad, plain);
  }

  byte[] seal(
      P256 ephemeral, byte[] recipient, P256 sender, byte[] info, byte[] aad, byte[] plain) {
    byte[] enc = ephemeral.publicKey();
    byte[] dh = join(ephemeral.agree(recipient), sender.agree(recipient));
    byte[] shared = shared(dh, join(enc, recipient, sender.publicKey()));
    return join(enc, aesGcm(Cipher.ENCRYPT_MODE, shared, info, aad, plain));
  }

  /** What was sealed so by this sender. */
  public byte[] open(P256 recipient, byte[] sender, byte[] info, byte[] aad, byte[] sealed) {
    byte[] enc = Arrays.copyOf(sealed, P256.POINT);
    byte[] dh = join(recipient.agree(enc), recipient.agree(sender));
    byte[] shared = shared(dh, join(enc, recipient.publicKey(), sender));
    byte[] ciphertext = Arrays.copyOfRange(sealed, P256.POINT, sealed.length);
    return aesGcm(Cipher.DECRYPT_MODE, shared, info, aad, ciphertext);
  }

  /** The key pair that follows from these bytes (section 7.1.3). */
  public static P256 derive(byte[] seed) {
    byte[] prk = extract(kemSuite(), new byte[0], "dkp_prk", seed);
    for (int counter = 0; counter < 256; counter++) {
      byte[] candidate = expand(kemSuite(), prk, "candidate", new byte[] {(byte) counter}, HASH);
      BigInteger scalar = new BigInteger(1, candidate);
      if (scalar.signum() > 0 && scalar.compareTo(P256.ORDER) < 0) {
        return P256.of(scalar);
      }
    }
    throw new IllegalStateException("No key follows from it");
  }

  private static byte[] shared(byte[] dh, byte[] context) {
    byte[] prk = extract(kemSuite(), new byte[0], "eae_prk", dh);
    return expand(kemSuite(), prk, "shared_secret", context, HASH);
  }

  private byte[] aesGcm(int mode, byte[] shared, byte[] info, byte[] aad, byte[] text) {
    byte[] suite = join(ascii("HPKE"), number(KEM), number(KDF), number(aead));
    byte[] none = new byte[0];
    byte[] context =
        join(
            new byte[] {MODE_AUTH},
            extract(suite, none, "psk_id_hash", none),
            extract(suite, none, "info_hash", info));
    byte[] secret = extract(suite, shared, "secret", none);
    byte[] key = expand(suite, secret, "key", context, keyLength);
    byte[] nonce = expand(suite, secret, "base_nonce", context, NONCE);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("It can't be opened with this key", broken);
    }
  }

  private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] input) {
    byte[] key = salt.length == 0 ? new byte[HASH] : salt;
    return hmac(key, join(VERSION, suite, ascii(label), input));
  }

  private static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length) {
    return hkdfExpand(prk, join(number(length), VERSION, suite, ascii(label), info), length);
  }

  /** HKDF-Expand (RFC 5869) of at most one block. */
  static byte[] hkdfExpand(byte[] prk, byte[] info, int length) {
    return Arrays.copyOf(hmac(prk, join(info, new byte[] {1})), length);
  }

  static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] kemSuite() {
    return join(ascii("KEM"), number(KEM));
  }

  private static byte[] number(int number) {
    return new byte[] {(byte) (number >> Byte.SIZE), (byte) number};
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
