package org.sunlit.place.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * From when until when a delegation holds.
 *
 * @param from the first day
 * @param until the last day its letter says; null when it says none
 * @param endedOn the last day, when it was ended before its time; null when it wasn't
 */
public record DelegationTerm(LocalDate from, LocalDate until, LocalDate endedOn) {
  /** Where it stands on a day. */
  public enum State {
    UPCOMING("upcoming"),
    IN_FORCE("inForce"),
    EXPIRED("expired"),
    ENDED("ended");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public DelegationTerm {
    requireNonNull(from, "from");
  }

  /** The last day it holds; null while there is none. */
  public LocalDate lastDay() {
    if (endedOn == null) {
      return until;
    }
    return until == null || endedOn.isBefore(until) ? endedOn : until;
  }

  /** Whether it holds on this day, the first and the last included. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (lastDay() == null || !day.isAfter(lastDay()));
  }

  /** Whether both hold on some day. */
  public boolean overlaps(DelegationTerm other) {
    boolean thisEndsFirst = lastDay() != null && lastDay().isBefore(other.from);
    boolean thatEndsFirst = other.lastDay() != null && other.lastDay().isBefore(from);
    return !empty() && !other.empty() && !thisEndsFirst && !thatEndsFirst;
  }

  /** Where it stands. */
  public State state(LocalDate today) {
    if (covers(today)) {
      return State.IN_FORCE;
    }
    if (endedOn != null && (empty() || today.isAfter(endedOn))) {
      return State.ENDED;
    }
    return today.isBefore(from) ? State.UPCOMING : State.EXPIRED;
  }

  /** Ended before it began, so that it never held. */
  private boolean empty() {
    return lastDay() != null && lastDay().isBefore(from);
  }
}
