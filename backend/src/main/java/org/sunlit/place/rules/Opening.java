package org.sunlit.place.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * When a place is open: its usual hours on working days, and days on which it is otherwise. Pure.
 *
 * @param usual on working days
 * @param exceptions none overlapping
 */
public record Opening(Hours usual, List<OpeningException> exceptions) {
  private static final Hours CLOSED = new Hours(List.of());

  public Opening {
    exceptions = List.copyOf(exceptions);
  }

  /** Open as usual, always. */
  public static Opening usually(Hours hours) {
    return new Opening(hours, List.of());
  }

  /** When it is open on a day; nothing when it is closed. */
  public Hours on(LocalDate day, Predicate<LocalDate> isWorkingDay) {
    return exceptions.stream()
        .filter(exception -> exception.covers(day))
        .findFirst()
        .map(OpeningException::hours)
        .orElseGet(() -> isWorkingDay.test(day) ? usual : CLOSED);
  }

  /** Whether it is open all the time from a start on a day for so many minutes. */
  public boolean isOpen(
      LocalDate day, LocalTime start, int minutes, Predicate<LocalDate> isWorkingDay) {
    int from = start.toSecondOfDay() / 60;
    return on(day, isWorkingDay).spans().stream()
        .anyMatch(
            span ->
                !start.isBefore(span.from())
                    && from + minutes <= span.until().toSecondOfDay() / 60);
  }
}
