package org.sunlit.appointment.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.Opening;

/**
 * Which slots a schedule has: within the hours the place is open on a day, not sooner than in half
 * an hour. Pure.
 *
 * @param opening when the place is open
 * @param slotMinutes how long a slot is
 * @param from the first day that can be booked
 * @param until the last one; null when there is none
 * @param daysAhead how many days ahead can be booked
 */
public record Slots(
    Opening opening, int slotMinutes, LocalDate from, LocalDate until, int daysAhead) {
  /** Nobody can be there sooner. */
  public static final Duration SOONEST = Duration.ofMinutes(30);

  /** The days that can be booked now. */
  public List<LocalDate> days(LocalDate today, Predicate<LocalDate> isWorkingDay) {
    LocalDate first = from.isAfter(today) ? from : today;
    LocalDate last = today.plusDays(daysAhead);
    if (until != null && until.isBefore(last)) {
      last = until;
    }
    return first.isAfter(last)
        ? List.of()
        : first
            .datesUntil(last.plusDays(1))
            .filter(day -> !opening.on(day, isWorkingDay).spans().isEmpty())
            .toList();
  }

  /** When slots start on a day: each ends before the place closes. */
  public List<LocalTime> starts(LocalDate day, Predicate<LocalDate> isWorkingDay) {
    List<LocalTime> starts = new ArrayList<>();
    for (Hours.Span span : opening.on(day, isWorkingDay).spans()) {
      int last = span.until().toSecondOfDay() / 60 - slotMinutes;
      for (int minute = span.from().toSecondOfDay() / 60; minute <= last; minute += slotMinutes) {
        starts.add(LocalTime.ofSecondOfDay(minute * 60L));
      }
    }
    return List.copyOf(starts);
  }

  /** Whether this slot is one that can be booked now. */
  public boolean offers(
      LocalDate day, LocalTime start, LocalDateTime now, Predicate<LocalDate> isWorkingDay) {
    return days(now.toLocalDate(), isWorkingDay).contains(day)
        && starts(day, isWorkingDay).contains(start)
        && !inTime(day, start).isBefore(now);
  }

  /** The last moment this slot can be booked. */
  private static LocalDateTime inTime(LocalDate day, LocalTime start) {
    return day.atTime(start).minus(SOONEST);
  }
}
