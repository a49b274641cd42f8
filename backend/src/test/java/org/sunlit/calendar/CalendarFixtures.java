package org.sunlit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.platform.CityTime;

/** What the tests of this room share. */
public final class CalendarFixtures {
  /** The calendar as it is shipped. */
  public static final WorkingCalendar SHIPPED = CalendarFile.calendar(CalendarFile.shipped());

  private CalendarFixtures() {}

  /** The days it declares to be worked, or else not worked. */
  public static Set<LocalDate> declared(boolean worked) {
    return CalendarFile.shipped().stream()
        .flatMap(file -> file.days().stream())
        .filter(day -> day.working() == worked)
        .map(DeclaredDay::date)
        .collect(Collectors.toSet());
  }

  /** A moment in Shanghai, such as 2026-03-02T09:00. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }

  static Limit workingDays(int amount) {
    return new Limit(amount, LimitUnit.WORKING_DAYS);
  }

  static Limit calendarDays(int amount) {
    return new Limit(amount, LimitUnit.CALENDAR_DAYS);
  }

  static Limit hours(int amount) {
    return new Limit(amount, LimitUnit.HOURS);
  }

  static ClockEvent start(String local) {
    return ClockEvent.start(at(local));
  }

  static ClockEvent hearing(String local) {
    return ClockEvent.pause(at(local), PauseGround.HEARING);
  }

  static ClockEvent resume(String local) {
    return ClockEvent.resume(at(local));
  }

  static ClockEvent stop(String local) {
    return ClockEvent.stop(at(local));
  }

  static Derivation fold(Limit limit, ClockEvent... events) {
    return DeadlineFold.fold(List.of(events), limit, SHIPPED, List.of());
  }

  static String due(Limit limit, ClockEvent... events) {
    return fold(limit, events).dueDate().map(Object::toString).orElse("none");
  }
}
