package org.sunlit.powerlist.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: one width, one case, no spaces, no punctuation. */
final class NormalText {
  private static final Pattern BRACKETS = Pattern.compile("[(〔【\\[][^)〕】\\]]*[)〕】\\]]");

  private NormalText() {}

  /** Letters and digits only, full width made half, lower case. */
  static String squeeze(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(normal.length());
    normal.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * The text squeezed without what stands in brackets: 食品（含保健食品）经营许可 is 食品经营许可 to most people.
   * Equal to {@link #squeeze} where there are no brackets, or nothing outside of them.
   */
  static String withoutBrackets(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String bare = squeeze(BRACKETS.matcher(normal).replaceAll(""));
    return bare.isEmpty() ? squeeze(text) : bare;
  }

  /** The words between spaces and punctuation, each squeezed. */
  static List<String> words(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : normal.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Codes keep their punctuation, which is part of them. */
  static String code(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** All pieces of a length, in order. */
  static List<String> grams(String text, int length) {
    List<String> grams = new ArrayList<>();
    for (int at = 0; at + length <= text.length(); at++) {
      grams.add(text.substring(at, at + length));
    }
    return grams;
  }

  static boolean isLatin(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
  }
}
