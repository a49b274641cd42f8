package org.sunlit.document.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The short code by which a document's number is checked (校验码): eight characters of Crockford's
 * base 32, forty bits. The alphabet leaves out I, L, O and U, so a code survives being read out.
 */
public final class CheckCodes {
  static final int LENGTH = 8;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private CheckCodes() {}

  /** A new code, in two groups of four, as it is stored and printed. */
  public static String random(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int place = 0; place < LENGTH; place++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return grouped(code);
  }

  /**
   * The code somebody typed, as it is stored: lower case, spaces, a missing hyphen, O for 0, I or L
   * for 1 are forgiven. Empty when it can't be a code.
   */
  public static Optional<String> read(String typed) {
    StringBuilder code = new StringBuilder(LENGTH);
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    for (char character : plain.toCharArray()) {
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
    return code.length() == LENGTH ? Optional.of(grouped(code)) : Optional.empty();
  }

  private static String grouped(CharSequence code) {
    return code.subSequence(0, LENGTH / 2) + "-" + code.subSequence(LENGTH / 2, LENGTH);
  }
}
