package org.sunlit.notice;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.sunlit.problem.Language;
import org.sunlit.problem.Localised;

/**
 * What somebody is told, in both languages; both are kept, because a page shows the one its reader
 * reads.
 */
public record NoticeText(String chinese, String english) {
  private static final String BUNDLE = "notices";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /**
   * A text of the templates {@code notices.properties} (Chinese) and {@code notices_en.properties},
   * filled in. Days are written as the reader writes them, {@link Localised} words in the language,
   * everything else as its {@code toString()}.
   */
  public static NoticeText of(String key, Object... args) {
    return new NoticeText(in(Language.ZH_CN, key, args), in(Language.EN, key, args));
  }

  static String in(Language language, String key, Object... args) {
    Object[] written = Stream.of(args).map(arg -> written(language, arg)).toArray();
    return new MessageFormat(bundle(language).getString(key), language.locale()).format(written);
  }

  String in(Language language) {
    return language.choose(chinese, english);
  }

  private static String written(Language language, Object arg) {
    if (arg instanceof LocalDate day) {
      return (language == Language.EN ? DAY_EN : DAY).format(day);
    }
    return arg instanceof Localised word
        ? language.choose(word.chinese(), word.english())
        : String.valueOf(arg);
  }

  static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language == Language.EN ? Locale.ENGLISH : Locale.ROOT,
        NoticeText.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
