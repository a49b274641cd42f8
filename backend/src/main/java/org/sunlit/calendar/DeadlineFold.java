package org.sunlit.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Folds the events of a clock into its deadline (由事件推算期限). Pure: the same events, limit and
 * calendar always give the same derivation. The counting rules are written down in ADR 0010.
 *
 * <p>Events are taken in the order given, which is the journal's. An event whose time lies before
 * that of the one before it is taken to have happened at that later time: a clock that jumps back
 * neither shortens nor reorders anything. An event the rules do not allow is set aside with the
 * reason, never followed and never an error, because history cannot be unmade.
 */
public final class DeadlineFold {
  private final Limit granted;
  private final WorkingCalendar calendar;
  private final List<Stand> stands = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();
  private Limit limit;
  private boolean extended;
  private Instant now = Instant.MIN;
  private Instant startedAt;
  private Instant stoppedAt;

  private DeadlineFold(Limit limit, WorkingCalendar calendar) {
    this.granted = limit;
    this.limit = limit;
    this.calendar = calendar;
  }

  /**
   * The deadline of a clock with these events.
   *
   * @param events in the order they were recorded
   * @param limit what the item grants, without extension
   * @param calendar the statutory calendar to count by
   * @param basis the articles that set the limit; those of the counting rules used are added
   * @throws IllegalArgumentException when the count leaves the calendar (after 2119)
   */
  public static Derivation fold(
      List<ClockEvent> events, Limit limit, WorkingCalendar calendar, List<LegalBasis> basis) {
    Objects.requireNonNull(limit, "limit");
    DeadlineFold fold = new DeadlineFold(limit, calendar);
    events.forEach(fold::follow);
    return fold.derive(basis);
  }

  private void follow(ClockEvent event) {
    now = event.at().isAfter(now) ? event.at() : now;
    SetAside.Why why = refusal(event);
    if (why != null) {
      setAside.add(new SetAside(event, why));
      return;
    }
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (event instanceof ClockEvent.Start) {
      startedAt = now;
    } else if (event instanceof ClockEvent.Pause pause) {
      stands.add(new Stand(now, null, pause));
    } else if (event instanceof ClockEvent.Resume) {
      endStand();
    } else if (event instanceof ClockEvent.Extend extend) {
      limit = new Limit(Math.addExact(limit.amount(), extend.by().amount()), limit.unit());
      extended = true;
    } else if (event instanceof ClockEvent.Stop) {
      // A clock stopped while it stands still has no last day to be late for; the stand stays open.
      stoppedAt = now;
    }
  }

  /** The rule that keeps an event from being followed; null when it may be. */
  private SetAside.Why refusal(ClockEvent event) {
    if (event instanceof ClockEvent.Start) {
      return startedAt == null ? null : SetAside.Why.ALREADY_STARTED;
    }
    if (startedAt == null) {
      return SetAside.Why.NOT_STARTED;
    }
    if (stoppedAt != null) {
      return SetAside.Why.ALREADY_STOPPED;
    }
    if (event instanceof ClockEvent.Pause) {
      if (standing()) {
        return SetAside.Why.ALREADY_PAUSED;
      }
      return standsOn() ? null : runOut();
    }
    if (event instanceof ClockEvent.Resume) {
      return standing() ? null : SetAside.Why.NOT_PAUSED;
    }
    if (event instanceof ClockEvent.Extend extend) {
      if (extended) {
        return SetAside.Why.ALREADY_EXTENDED;
      }
      return extend.by().unit() == limit.unit() ? runOut() : SetAside.Why.OTHER_UNIT;
    }
    return null;
  }

  private SetAside.Why runOut() {
    return count().runOutBy(now, limit.unit()) ? SetAside.Why.RUN_OUT : null;
  }

  private boolean standing() {
    return !stands.isEmpty() && stands.get(stands.size() - 1).open();
  }

  /**
   * One ground follows another without a moment between, so the clock hasn't run since the first.
   */
  private boolean standsOn() {
    return !stands.isEmpty() && now.equals(stands.get(stands.size() - 1).to());
  }

  private void endStand() {
    int last = stands.size() - 1;
    stands.set(last, stands.get(last).endingAt(now));
  }

  private Counted count() {
    return switch (limit.unit()) {
      case WORKING_DAYS, CALENDAR_DAYS -> DayCount.count(startedAt, limit, stands, calendar);
      case HOURS -> HourCount.count(startedAt, limit, stands);
    };
  }

  private Derivation derive(List<LegalBasis> given) {
    if (startedAt == null) {
      return new Derivation(
          ClockState.NOT_STARTED,
          granted,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          limit.amount(),
          false,
          given,
          List.of(),
          setAside);
    }
    Counted counted = count();
    return new Derivation(
        state(),
        limit,
        Optional.of(startedAt),
        Optional.ofNullable(stoppedAt),
        Optional.ofNullable(counted.dueDate()),
        Optional.ofNullable(counted.dueAt()),
        counted.unitsLeft(),
        counted.entries().stream().anyMatch(entry -> entry.provisional() && matters(entry)),
        basis(given),
        counted.entries(),
        setAside);
  }

  /** The day of the event is the same whatever the calendar says, unless it is the last day too. */
  private boolean matters(DayEntry entry) {
    return entry.reason() != DayReason.EVENT_DAY || limit.amount() == 0;
  }

  private ClockState state() {
    if (stoppedAt != null) {
      return ClockState.STOPPED;
    }
    return standing() ? ClockState.PAUSED : ClockState.RUNNING;
  }

  private List<LegalBasis> basis(List<LegalBasis> given) {
    Set<LegalBasis> basis = new LinkedHashSet<>(given);
    if (extended) {
      basis.add(Statutes.DECISION);
    }
    stands.forEach(stand -> stand.pause().ground().basis().ifPresent(basis::add));
    switch (limit.unit()) {
      case WORKING_DAYS -> {
        basis.add(Statutes.WORKING_DAYS);
        basis.add(Statutes.FIRST_DAY);
        basis.add(Statutes.LAST_DAY);
      }
      case CALENDAR_DAYS -> {
        basis.add(Statutes.FIRST_DAY);
        basis.add(Statutes.LAST_DAY);
      }
      case HOURS -> basis.add(Statutes.FIRST_DAY);
    }
    return List.copyOf(basis);
  }
}
