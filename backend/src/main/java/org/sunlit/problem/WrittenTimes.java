package org.sunlit.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Days and moments as others may send them: of years with four digits, as RFC 3339 writes them. ISO
 * 8601 knows years that PostgreSQL can't keep, and days after which there is no other.
 */
final class WrittenTimes {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private WrittenTimes() {}

  static LocalDate checked(LocalDate day) {
    check(day.getYear());
    return day;
  }

  static OffsetDateTime checked(OffsetDateTime moment) {
    check(moment.getYear());
    return moment;
  }

  private static void check(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("The year " + year + " has no four digits");
    }
  }
}
