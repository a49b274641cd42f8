package org.sunlit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A deadline and how it comes about (期限的推算过程). It can be opened by the applicant, day by day.
 *
 * @param state what the clock does
 * @param limit the limit with its extension, if one was granted
 * @param startedAt when the clock started; empty before
 * @param stoppedAt when it stopped for good; empty before
 * @param dueDate the last day, up to its end in Asia/Shanghai; empty while the clock stands still,
 *     when it was stopped standing still, and before it starts
 * @param dueAt the last second of that day, or for hours the exact moment
 * @param unitsLeft what is left of the limit while the clock stands still, the day it was paused on
 *     included; else 0
 * @param provisional true when the count reaches days that an announcement still to come can change
 * @param basis the articles it rests on
 * @param entries the days, in order
 * @param setAside the events that were not followed
 */
public record Derivation(
    ClockState state,
    Limit limit,
    Optional<Instant> startedAt,
    Optional<Instant> stoppedAt,
    Optional<LocalDate> dueDate,
    Optional<OffsetDateTime> dueAt,
    int unitsLeft,
    boolean provisional,
    List<LegalBasis> basis,
    List<DayEntry> entries,
    List<SetAside> setAside) {
  public Derivation {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(limit, "limit");
    basis = List.copyOf(basis);
    entries = List.copyOf(entries);
    setAside = List.copyOf(setAside);
  }

  /** The same with other articles, for statutes that count in working days by their own words. */
  public Derivation restingOn(List<LegalBasis> articles) {
    return new Derivation(
        state,
        limit,
        startedAt,
        stoppedAt,
        dueDate,
        dueAt,
        unitsLeft,
        provisional,
        articles,
        entries,
        setAside);
  }

  /** Whether the limit has run out by a moment and nothing was decided before (逾期). */
  public boolean overdue(Instant asOf) {
    Instant moment = stoppedAt.filter(asOf::isAfter).orElse(asOf);
    if (dueAt.isEmpty()) {
      return false;
    }
    return switch (limit.unit()) {
      case WORKING_DAYS, CALENDAR_DAYS -> Days.dateOf(moment).isAfter(dueDate.orElseThrow());
      case HOURS -> moment.isAfter(dueAt.get().toInstant());
    };
  }

  /** Whether the clock was stopped after its limit had run out (逾期办结). */
  public boolean late() {
    return stoppedAt.map(this::overdue).orElse(false);
  }

  /**
   * What is left, or by how much it is overdue, at a moment; a stopped clock is asked at its stop.
   */
  public Remaining remaining(Instant asOf, WorkingCalendar calendar) {
    if (state == ClockState.NOT_STARTED) {
      return new Remaining(Remaining.Standing.LEFT, limit.amount(), limit.unit());
    }
    if (dueAt.isEmpty()) {
      return new Remaining(Remaining.Standing.PAUSED, unitsLeft, limit.unit());
    }
    Instant moment = stoppedAt.filter(asOf::isAfter).orElse(asOf);
    return overdue(moment)
        ? new Remaining(Remaining.Standing.OVERDUE, overdueBy(moment, calendar), limit.unit())
        : new Remaining(Remaining.Standing.LEFT, left(moment), limit.unit());
  }

  private int left(Instant moment) {
    LocalDate date = Days.dateOf(moment);
    return switch (limit.unit()) {
      case WORKING_DAYS ->
          (int)
              entries.stream()
                  .filter(entry -> entry.counted() && entry.date().isAfter(date))
                  .count();
      case CALENDAR_DAYS -> (int) ChronoUnit.DAYS.between(date, dueDate.orElseThrow());
      case HOURS -> HourCount.wholeHours(Duration.between(moment, dueAt.orElseThrow().toInstant()));
    };
  }

  private int overdueBy(Instant moment, WorkingCalendar calendar) {
    LocalDate due = dueDate.orElseThrow();
    LocalDate date = Days.dateOf(moment);
    return switch (limit.unit()) {
      case WORKING_DAYS -> Math.max(1, calendar.workingDaysBetween(due, date));
      case CALENDAR_DAYS -> (int) ChronoUnit.DAYS.between(due, date);
      case HOURS -> HourCount.wholeHours(Duration.between(dueAt.orElseThrow().toInstant(), moment));
    };
  }
}
