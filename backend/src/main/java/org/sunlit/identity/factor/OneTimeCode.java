package org.sunlit.identity.factor;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes that are written down and typed: two groups of five out of thirty-two signs that aren't
 * mistaken for each other (Crockford), which is fifty bits. Pure but for its randomness.
 */
final class OneTimeCode {
  static final int SIGNS = 10;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimeCode() {}

  static String make() {
    StringBuilder code = new StringBuilder();
    for (int sign = 0; sign < SIGNS; sign++) {
      if (sign == SIGNS / 2) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As it is compared: however it was typed. */
  static String normal(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
