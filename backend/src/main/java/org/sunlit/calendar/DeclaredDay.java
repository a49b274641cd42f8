package org.sunlit.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day the calendar names: a day off (放假) or a make-up working day (调休上班日).
 *
 * @param date the day in Asia/Shanghai
 * @param working true for a make-up working day, false for a day off
 * @param name the holiday, in Chinese
 * @param nameEn the holiday, in English
 */
public record DeclaredDay(LocalDate date, boolean working, String name, String nameEn) {
  public DeclaredDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEn, "nameEn");
  }
}
