package org.sunlit.report.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What two people read to each other to be sure that a public key is the one they mean: the first
 * 16 bytes of its SHA-256, in groups of four digits.
 */
public final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  /** Such as {@code 3F2A 90C1 …}. */
  public static String of(byte[] publicKey) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
      return HexFormat.of()
          .withUpperCase()
          .formatHex(hash, 0, BYTES)
          .replaceAll("(.{4})(?!$)", "$1 ");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
