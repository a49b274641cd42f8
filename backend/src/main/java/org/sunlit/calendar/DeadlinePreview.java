package org.sunlit.calendar;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Counts what another calendar would do to what is running. The calendar asks before it is changed;
 * the room that runs the cases answers, because the calendar doesn't know it.
 */
public interface DeadlinePreview {
  /**
   * What would move.
   *
   * @param counted how many open cases were counted by both calendars
   * @param complete false when there were more than are counted for a preview
   * @param nowLate how many would be late by the other calendar and aren't by this one
   * @param shifts how many cases would be due how many calendar days later; earlier is negative,
   *     and those that stay are not in it
   */
  record Shifts(int counted, boolean complete, int nowLate, SortedMap<Integer, Integer> shifts) {
    /** How many cases would be due on another day. */
    public int moved() {
      return shifts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Counts without storing anything.
   *
   * @param from the first day that changes; what is due before it can't move
   */
  Uni<Shifts> count(WorkingCalendar proposed, LocalDate from);
}
