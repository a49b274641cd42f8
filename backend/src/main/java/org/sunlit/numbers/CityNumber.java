package org.sunlit.numbers;

import java.time.YearMonth;

/**
 * One number, which adds up over months.
 *
 * @param month that it belongs to; null for what is so at this moment
 * @param of what {@code value} is a part of, or is shared by; null for a number of its own
 */
public record CityNumber(YearMonth month, NumberKind kind, long value, Long of) {
  /** A number of its own. */
  public static CityNumber of(YearMonth month, NumberKind kind, long value) {
    return new CityNumber(month, kind, value, null);
  }

  CityNumber plus(CityNumber other) {
    return new CityNumber(month, kind, value + other.value, of == null ? null : of + other.of);
  }

  CityNumber in(YearMonth another) {
    return new CityNumber(another, kind, value, of);
  }
}
