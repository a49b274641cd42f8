package org.sunlit.supervision.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;

/**
 * A clock that runs, as the journal told of it.
 *
 * @param key what it is, the same while it runs
 * @param stepName of a step, its name
 * @param due when it runs out
 * @param before the last working days before the day it is due, the nearest first
 * @param marks the event that started it, and those that moved it
 * @param reminded the reminder that was given; null for none yet
 * @param late what was found when it ran out; null for nothing yet
 */
public record RunningClock(
    String key,
    ClockKind kind,
    String stepId,
    String stepName,
    String stepNameEn,
    String post,
    Instant due,
    List<LocalDate> before,
    List<Mark> marks,
    Said reminded,
    Said late) {
  /**
   * What was found of it.
   *
   * @param id of the finding
   * @param due the deadline it was about
   */
  record Said(UUID id, Instant due) {}

  /** More events than these tell nothing new. */
  private static final int MOST_MARKS = 12;

  static RunningClock begun(String key, ClockKind kind, Instant due, Mark from) {
    return new RunningClock(
        key, kind, null, null, null, null, due, List.of(), List.of(from), null, null);
  }

  /** The last event that set its deadline. */
  Mark setBy() {
    return marks.get(marks.size() - 1);
  }

  /**
   * When to remind: at the start of the day so many working days before, or of a later one, but
   * always after the deadline was set; empty when there is no such day.
   */
  Optional<Instant> reminderAt(int workingDays) {
    List<LocalDate> days = new ArrayList<>();
    for (int place = Math.min(workingDays, before.size()); place > 0; place--) {
      days.add(before.get(place - 1));
    }
    days.add(LocalDate.ofInstant(due, CityTime.ZONE));
    return before.isEmpty()
        ? Optional.empty()
        : days.stream()
            .map(day -> day.atStartOfDay(CityTime.ZONE).toInstant())
            .filter(start -> start.isAfter(setBy().at()))
            .findFirst();
  }

  boolean isDueOn(Instant moment) {
    return LocalDate.ofInstant(due, CityTime.ZONE)
        .equals(LocalDate.ofInstant(moment, CityTime.ZONE));
  }

  /** What a rule has found of it: before it ran out, or when it had. */
  Optional<Said> said(boolean whenLate) {
    return Optional.ofNullable(whenLate ? late : reminded);
  }

  RunningClock saying(boolean whenLate, UUID finding) {
    Said now = new Said(finding, due);
    return with(marks, whenLate ? reminded : now, whenLate ? now : late);
  }

  /**
   * As a clock that went on from another one, or was that one.
   *
   * @param until when it went on
   * @param recounted whether only another calendar moved it
   */
  RunningClock after(RunningClock former, Instant until, boolean recounted) {
    boolean moved = !former.due.equals(due);
    List<Mark> all = new ArrayList<>(former.marks);
    if (moved && all.size() < MOST_MARKS) {
      all.addAll(marks);
    }
    // What has been found late stays so, unless there is time again.
    boolean again = moved && due.isAfter(recounted ? former.due : until);
    return with(List.copyOf(all), again ? null : former.reminded, again ? null : former.late);
  }

  private RunningClock with(List<Mark> events, Said reminder, Said passing) {
    return new RunningClock(
        key, kind, stepId, stepName, stepNameEn, post, due, before, events, reminder, passing);
  }
}
