package org.sunlit.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One line of a derivation: a day and what it did for the limit.
 *
 * @param date the day in Asia/Shanghai
 * @param counted whether it counts
 * @param number the running number when it counts (for hours, whole hours run by its end), else 0
 * @param reason why
 * @param note the holiday's name, or the pause's ground and article; empty when there is nothing to
 *     add
 * @param noteEn the same in English
 * @param provisional true when an announcement still to come can change the day
 */
public record DayEntry(
    LocalDate date,
    boolean counted,
    int number,
    DayReason reason,
    String note,
    String noteEn,
    boolean provisional) {
  public DayEntry {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(noteEn, "noteEn");
  }
}
