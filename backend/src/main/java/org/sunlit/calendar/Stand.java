package org.sunlit.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which the clock stands still, from a pause to its resume.
 *
 * @param from when it was paused
 * @param to when it goes on; null while it still stands
 * @param pause the event with its ground
 */
record Stand(Instant from, Instant to, ClockEvent.Pause pause) {
  boolean open() {
    return to == null;
  }

  Stand endingAt(Instant end) {
    return new Stand(from, end, pause);
  }

  /** How long the clock stands still within a stretch of time. */
  Duration within(Instant start, Instant end) {
    return overlap(from, open() ? end : to, start, end);
  }

  /** What two stretches of time have in common. */
  static Duration overlap(Instant from, Instant to, Instant start, Instant end) {
    Instant first = from.isAfter(start) ? from : start;
    Instant last = to.isBefore(end) ? to : end;
    return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
  }

  String note() {
    return pause.ground().label() + "（" + pause.article() + "）";
  }

  String noteEn() {
    return pause.ground().labelEn() + " (" + articleEn() + ")";
  }

  /**
   * The pause's own article has no English unless it is the one the ground has for every licence.
   */
  private String articleEn() {
    return pause
        .ground()
        .basis()
        .filter(basis -> basis.citation().equals(pause.article()))
        .map(LegalBasis::citationEn)
        .orElse(pause.article());
  }
}
