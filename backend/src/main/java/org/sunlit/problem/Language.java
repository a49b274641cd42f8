package org.sunlit.problem;

import java.util.List;
import java.util.Locale;

/** A language Sunlit speaks. */
public enum Language {
  /** Simplified Chinese, the default. */
  ZH_CN(Locale.SIMPLIFIED_CHINESE),
  /** English. */
  EN(Locale.ENGLISH);

  private static final List<Locale> SPOKEN =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /**
   * The best language for a reader.
   *
   * @param acceptLanguage the header (RFC 9110 section 12.5.4); may be null or malformed
   */
  public static Language of(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ZH_CN;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return Locale.ENGLISH.equals(best) ? EN : ZH_CN;
    } catch (IllegalArgumentException malformed) {
      return ZH_CN;
    }
  }

  /** For formatting and for {@code Content-Language}. */
  public Locale locale() {
    return locale;
  }

  /** The text in this language; the Chinese one when there is no English. */
  public String choose(String chinese, String english) {
    return switch (this) {
      case ZH_CN -> chinese;
      case EN -> english == null || english.isBlank() ? chinese : english;
    };
  }
}
