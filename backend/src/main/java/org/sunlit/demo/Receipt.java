package org.sunlit.demo;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The receipt of an invented reporter, as the browser makes them: 26 characters of Crockford's
 * base32 (130 bits) and one to check them by, and what follows from it.
 */
public record Receipt(String characters) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int GROUP = 3;
  private static final byte[] SALT = "Sunlit report receipt 1".getBytes(StandardCharsets.US_ASCII);

  static Receipt random() {
    StringBuilder text = new StringBuilder();
    new SecureRandom()
        .ints(LENGTH, 0, ALPHABET.length())
        .forEach(each -> text.append(ALPHABET.charAt(each)));
    return new Receipt(text.toString());
  }

  /** What the mailbox is opened with. */
  public byte[] mailbox() {
    return derived("mailbox");
  }

  /** The reporter's key pair. */
  public P256 keyPair() {
    return Hpke.derive(derived("key"));
  }

  private byte[] derived(String use) {
    byte[] prk = Hpke.hmac(SALT, characters.getBytes(StandardCharsets.US_ASCII));
    return Hpke.hkdfExpand(prk, use.getBytes(StandardCharsets.US_ASCII), 32);
  }

  /** As it is read: in groups, with the character that checks it. */
  String written() {
    return (characters + check()).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /** The sum over GF(32) of each character times a power of x: one slip or one swap changes it. */
  private char check() {
    int sum = 0;
    for (char each : characters.toCharArray()) {
      sum = times(sum ^ ALPHABET.indexOf(each));
    }
    return ALPHABET.charAt(sum);
  }

  /** Times x modulo x⁵ + x² + 1, which is primitive. */
  private static int times(int element) {
    int doubled = element << 1;
    return (doubled & 32) == 0 ? doubled : doubled ^ 0b100101;
  }
}
