package org.sunlit.place.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which a place is open otherwise than usual (临时休息、调整开放时间).
 *
 * @param from the first day
 * @param until the last one
 * @param hours when it is open on each of these days, working days or not; empty when it is closed
 * @param why as the public is told
 * @param whyEn the same in English; null when nobody has said it
 */
public record OpeningException(
    LocalDate from, LocalDate until, Hours hours, String why, String whyEn) {
  /** Closed, as it is shown among hours. */
  private static final String CLOSED = "—";

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  boolean overlaps(OpeningException other) {
    return !from.isAfter(other.until) && !until.isBefore(other.from);
  }

  OpeningException endingOn(LocalDate day) {
    return new OpeningException(from, day, hours, why, whyEn);
  }

  /** In one line: days, hours, why. */
  public String text() {
    String days = from.equals(until) ? from.toString() : from + " ~ " + until;
    List<String> open = hours.texts();
    return days + " " + (open.isEmpty() ? CLOSED : String.join(", ", open)) + " " + why;
  }
}
