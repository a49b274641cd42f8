package org.sunlit.rating;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.sunlit.privacy.BlindTokens;

/**
 * Codes of the messages that ask for a rating: eight digits, which open nothing but the rating.
 * Only keyed hashes of them are kept.
 */
final class RatingCodes {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ALL = 100_000_000;
  private static final String FORM = "[0-9]{8}";
  private static final String USE = "rating";

  private RatingCodes() {}

  static String random() {
    return "%08d".formatted(RANDOM.nextInt(ALL));
  }

  /** The code as typed; empty when it is none of these. */
  static Optional<String> read(String typed) {
    String digits = typed.replaceAll("[\\s-]", "");
    return digits.matches(FORM) ? Optional.of(digits) : Optional.empty();
  }

  static byte[] hash(BlindTokens blind, String caseNumber, String code) {
    return blind.of(USE, caseNumber + ':' + code);
  }

  /** Whether they are equal; null is no hash. */
  static boolean equal(byte[] stored, byte[] asked) {
    return stored != null && MessageDigest.isEqual(stored, asked);
  }
}
