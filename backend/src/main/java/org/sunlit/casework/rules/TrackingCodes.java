package org.sunlit.casework.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tracking codes (查询码): ten characters of Crockford's base 32, fifty bits, told once to the
 * applicant and never stored (ADR 0030). The alphabet leaves out I, L, O and U, so a code survives
 * being read out and written down.
 */
public final class TrackingCodes {
  /** How many characters a code has. */
  public static final int LENGTH = 10;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private TrackingCodes() {}

  /** A new code, without hyphen. */
  public static String random(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int place = 0; place < LENGTH; place++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** The code as it is shown: two groups of five. */
  public static String shown(String code) {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }

  /**
   * The code somebody typed, without hyphen: lower case, spaces, a missing hyphen, O for 0, I or L
   * for 1 are forgiven. Empty when it can't be anybody's code.
   */
  public static Optional<String> read(String typed) {
    String plain = typed;
    if (!typed.chars().allMatch(character -> character < 128)) {
      plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
    StringBuilder code = new StringBuilder(LENGTH);
    for (char character : plain.toUpperCase(Locale.ROOT).toCharArray()) {
      if (character == '-' || Character.isWhitespace(character)) {
        continue;
      }
      char meant =
          switch (character) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> character;
          };
      if (ALPHABET.indexOf(meant) < 0 || code.length() == LENGTH) {
        return Optional.empty();
      }
      code.append(meant);
    }
    return code.length() == LENGTH ? Optional.of(code.toString()) : Optional.empty();
  }
}
