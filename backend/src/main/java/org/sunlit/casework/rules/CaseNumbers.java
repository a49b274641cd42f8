package org.sunlit.casework.rules;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Case numbers (办件编号): {@code YYYYMMDD-NNNNNN-C}, the day of application, a running number that is
 * never used again, and a check digit over both, so that a number copied wrongly is mostly noticed
 * before anybody looks for it (ADR 0030).
 */
public final class CaseNumbers {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{8})-?([0-9]{6,10})-?([0-9])");

  private CaseNumbers() {}

  /**
   * The number of a case.
   *
   * @param day the day of application
   * @param running the running number, never negative
   */
  public static String of(LocalDate day, long running) {
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    String number = "%06d".formatted(running);
    return date + "-" + number + "-" + CheckDigits.mod11And10(date + number);
  }

  /**
   * The number somebody typed, as it is stored: spaces around it, full-width digits and left-out
   * hyphens are forgiven. Empty when it can't be the number of any case.
   */
  public static Optional<String> read(String typed) {
    String plain = typed.strip();
    if (!plain.chars().allMatch(character -> character < 128)) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFKC).replaceAll("[‐-―−－]", "-");
    }
    Matcher shape = SHAPE.matcher(plain);
    if (!shape.matches()) {
      return Optional.empty();
    }
    int check = CheckDigits.mod11And10(shape.group(1) + shape.group(2));
    return shape.group(3).charAt(0) - '0' == check
        ? Optional.of(shape.group(1) + "-" + shape.group(2) + "-" + shape.group(3))
        : Optional.empty();
  }
}
