package org.sunlit.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.Derivation;
import org.sunlit.platform.CityTime;

/**
 * A case that is due at another time than before.
 *
 * @param because the first changed day that the count runs over; null when none of those known does
 * @param nowLate late by the new count, and not by the old
 */
record RecountedDue(
    String caseNumber, Instant before, Instant after, LocalDate because, boolean nowLate) {
  /**
   * What another calendar changed of a case; empty when it is due when it was.
   *
   * @param days the days that became another kind of day, in order
   */
  static Optional<RecountedDue> of(OpenCases.Counted counted, List<LocalDate> days, Instant at) {
    Instant before = counted.before();
    Instant after = counted.after();
    if (before == null || after == null || before.equals(after)) {
      return Optional.empty();
    }
    return Optional.of(
        new RecountedDue(
            counted.now().number(),
            before,
            after,
            because(counted, days),
            !before.isBefore(at) && after.isBefore(at)));
  }

  /** The day of the start never counts, so a change of it moves nothing. */
  private static LocalDate because(OpenCases.Counted counted, List<LocalDate> days) {
    LocalDate last =
        day(counted.before().isAfter(counted.after()) ? counted.before() : counted.after());
    return counted
        .now()
        .deadlines()
        .deadline()
        .flatMap(Derivation::startedAt)
        .map(RecountedDue::day)
        .flatMap(
            start ->
                days.stream().filter(day -> day.isAfter(start) && !day.isAfter(last)).findFirst())
        .orElse(null);
  }

  boolean later() {
    return after.isAfter(before);
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(CityTime.ZONE).toLocalDate();
  }
}
