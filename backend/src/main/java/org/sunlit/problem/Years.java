package org.sunlit.problem;

import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Years as the contract's dates and moments have them: four digits (RFC 3339). Java reads longer
 * ones too, which no database column and no calendar takes.
 */
final class Years {
  private static final int LAST = 9999;

  private Years() {}

  static boolean haveFourDigits(TemporalAccessor date) {
    int year = date.get(ChronoField.YEAR);
    return year >= 0 && year <= LAST;
  }
}
