package org.sunlit.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Texts of the bundles {@code problems.properties} (Chinese) and {@code problems_en.properties}.
 * Arguments stand in braces, {@code {0}}; nothing else is special, an apostrophe is an apostrophe.
 */
public final class ProblemTexts {
  static final String BUNDLE = "problems";

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  /**
   * A text with its arguments filled in. {@link Localised} arguments are shown in the language,
   * everything else as its {@code toString()}.
   *
   * @throws MissingResourceException when no bundle has the key
   */
  public static String text(Language language, String key, Object... args) {
    return find(language, key, List.of(args))
        .orElseThrow(
            () -> new MissingResourceException("No text for " + key, ProblemTexts.BUNDLE, key));
  }

  static Optional<String> find(Language language, String key, List<Object> args) {
    ResourceBundle bundle = bundle(language);
    return bundle.containsKey(key)
        ? Optional.of(fill(language, bundle.getString(key), args))
        : Optional.empty();
  }

  static ResourceBundle bundle(Language language) {
    Locale locale =
        switch (language) {
          case ZH_CN -> Locale.ROOT;
          case EN -> Locale.ENGLISH;
        };
    return ResourceBundle.getBundle(
        BUNDLE, locale, ProblemTexts.class.getClassLoader(), NO_FALLBACK);
  }

  private static String fill(Language language, String text, List<Object> args) {
    if (args.isEmpty() || text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled
          .append(text, from, open)
          .append(argument(language, text.substring(open + 1, close), args));
      from = close + 1;
    }
    return filled.append(text.substring(from)).toString();
  }

  private static String argument(Language language, String name, List<Object> args) {
    if (!name.chars().allMatch(Character::isDigit) || name.isEmpty() || name.length() > 2) {
      return "{" + name + "}";
    }
    int index = Integer.parseInt(name);
    if (index >= args.size()) {
      return "{" + name + "}";
    }
    Object value = args.get(index);
    return value instanceof Localised word
        ? language.choose(word.chinese(), word.english())
        : String.valueOf(value);
  }
}
