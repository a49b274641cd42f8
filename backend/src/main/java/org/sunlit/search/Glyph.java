package org.sunlit.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * One character as it is compared: half width, lower case, without accents, simplified.
 *
 * @param codePoint what is compared
 * @param start where it begins in the text as written, counted in {@code char}s
 * @param end the place after it
 */
record Glyph(int codePoint, int start, int end) {
  /** How characters of a kind are cut into terms. */
  enum Kind {
    /** Written without spaces: Chinese, Japanese, Korean. Cut into pairs. */
    IDEOGRAPH,
    /** Letters and digits. Cut into words. */
    LETTER,
    /** Whatever separates. */
    GAP
  }

  static List<Glyph> of(String text) {
    List<Glyph> glyphs = new ArrayList<>(text.length());
    for (int at = 0; at < text.length(); ) {
      int written = text.codePointAt(at);
      int next = at + Character.charCount(written);
      for (int point : normal(written)) {
        glyphs.add(new Glyph(point, at, next));
      }
      at = next;
    }
    return glyphs;
  }

  Kind kind() {
    if (!Character.isLetterOrDigit(codePoint)) {
      return Kind.GAP;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Kind.IDEOGRAPH;
      default -> Kind.LETTER;
    };
  }

  private static int[] normal(int written) {
    if (written < 0x80) {
      return new int[] {Character.toLowerCase(written)};
    }
    if (Character.getType(written) == Character.SURROGATE) {
      return new int[] {' '};
    }
    return Normalizer.normalize(Character.toString(written), Normalizer.Form.NFKD)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .map(Simplified::of)
        .toArray();
  }
}
