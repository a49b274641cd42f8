package org.sunlit.document.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.sunlit.platform.CityTime;

/** Dates as documents write them: in Chinese numerals under the text, in digits within it. */
public final class ChineseDates {
  private static final String NUMERALS = "〇一二三四五六七八九";
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private ChineseDates() {}

  /** The day of a moment in the city. */
  public static LocalDate day(Instant at) {
    return at.atZone(CityTime.ZONE).toLocalDate();
  }

  /** Such as 二〇二六年十一月二十九日. */
  public static String written(LocalDate day) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(day.getYear()).toCharArray()) {
      text.append(NUMERALS.charAt(digit - '0'));
    }
    return text.append('年')
        .append(belowHundred(day.getMonthValue()))
        .append('月')
        .append(belowHundred(day.getDayOfMonth()))
        .append('日')
        .toString();
  }

  /** Such as 2026年11月29日. */
  public static String digits(LocalDate day) {
    return DIGITS.format(day);
  }

  static String digits(Instant at) {
    return digits(day(at));
  }

  private static String belowHundred(int number) {
    int tens = number / 10;
    int ones = number % 10;
    String ten = tens == 0 ? "" : tens == 1 ? "十" : NUMERALS.charAt(tens) + "十";
    return ones == 0 ? ten : ten + NUMERALS.charAt(ones);
  }
}
