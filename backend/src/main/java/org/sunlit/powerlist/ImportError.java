package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sunlit.problem.Localised;

/**
 * One thing wrong in an imported file. Kept as a key with arguments and put into words when
 * somebody reads it, in that reader's language.
 *
 * @param row as the spreadsheet shows it, or null for the file as a whole
 * @param column the column's header, or null for the row as a whole
 * @param value what stands there, shortened, or null
 * @param messageKey a key of the {@code problems} bundles
 * @param args numbers, texts and words in both languages
 */
record ImportError(
    Integer row, String column, String value, String messageKey, List<Argument> args) {
  private static final int LONGEST_VALUE = 60;

  /** An argument; {@code english} is null for what is the same in both languages. */
  record Argument(@JsonProperty(required = true) String chinese, String english) {
    static Argument of(Object value) {
      return value instanceof Localised word
          ? new Argument(word.chinese(), word.english())
          : new Argument(visible(String.valueOf(value)), null);
    }

    Object shown() {
      return english == null ? chinese : new Localised(chinese, english);
    }
  }

  static ImportError of(
      Integer row, String column, String value, String messageKey, List<Object> args) {
    return new ImportError(
        row,
        column == null ? null : shorten(column),
        value == null || value.isEmpty() ? null : shorten(value),
        messageKey,
        args.stream().map(Argument::of).toList());
  }

  private static String shorten(String value) {
    String visible = visible(value);
    return visible.codePointCount(0, visible.length()) <= LONGEST_VALUE
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  /** Control characters as the symbols that stand for them, so they can be stored and seen. */
  static String visible(String value) {
    StringBuilder shown = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            point -> {
              if (point < 0x20) {
                shown.appendCodePoint(point == '\n' ? ' ' : 0x2400 + point);
              } else if (point == 0x7F || (point >= 0xD800 && point <= 0xDFFF)) {
                shown.append('\uFFFD');
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}
