package org.sunlit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.problem.FieldProblem;

/** What the days declared for a year must be. Pure. */
final class CalendarRules {
  /** From this day of the December before, a year's notice may declare days. */
  private static final int REACH = 25;

  private CalendarRules() {}

  /**
   * All that is wrong, by pointers into the proposal.
   *
   * @param others the days that other years' notices declare, with the year
   */
  static List<FieldProblem> check(
      CalendarYear year, List<DeclaredDay> days, Map<LocalDate, Integer> others) {
    List<FieldProblem> errors = new ArrayList<>();
    if (year.source().isBlank()) {
      errors.add(error("/source", "field.not-blank"));
    }
    if (year.status() == CalendarStatus.ANNOUNCED && days.isEmpty()) {
      errors.add(error("/days", "calendar.announced-without-days"));
    }
    Set<LocalDate> seen = new HashSet<>();
    for (int place = 0; place < days.size(); place++) {
      DeclaredDay day = days.get(place);
      String at = "/days/" + place;
      if (day.date().isBefore(first(year.year())) || day.date().getYear() > year.year()) {
        errors.add(error(at + "/date", "calendar.day-outside", first(year.year()).toString()));
      } else if (!seen.add(day.date())) {
        errors.add(error(at + "/date", "calendar.day-twice"));
      } else if (others.containsKey(day.date())) {
        errors.add(
            error(at + "/date", "calendar.day-of-another-year", others.get(day.date()).toString()));
      } else if (day.working() && !isWeekend(day.date())) {
        errors.add(error(at + "/kind", "calendar.work-on-weekday"));
      }
      if (day.name().isBlank()) {
        errors.add(error(at + "/name", "field.not-blank"));
      }
      if (day.nameEn().isBlank()) {
        errors.add(error(at + "/nameEn", "field.not-blank"));
      }
    }
    return errors;
  }

  private static LocalDate first(int year) {
    return LocalDate.of(year - 1, 12, REACH);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static FieldProblem error(String pointer, String key, Object... args) {
    return new FieldProblem(pointer, key, List.of(args));
  }
}
