package org.sunlit.supervision.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * A clock of a case that was found late, and has stopped. Only another calendar (调休变动) can still
 * show that it was in time.
 *
 * @param finding what was found of it
 * @param stepId null for the case as a whole
 * @param until when it stopped
 */
public record PastClock(UUID finding, String stepId, Instant until) {
  static PastClock of(RunningClock clock, Instant until) {
    return new PastClock(
        clock.late().id(), clock.kind() == ClockKind.STEP ? clock.stepId() : null, until);
  }
}
