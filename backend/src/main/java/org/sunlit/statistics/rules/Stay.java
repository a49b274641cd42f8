package org.sunlit.statistics.rules;

import java.time.Instant;

/**
 * A case's stay in a step that somebody acts in.
 *
 * @param visit 1 for the first time here; more after a return
 * @param leftAt null while it is there
 * @param finished whether the step's work was done, and not cut short or taken back
 * @param minutes how long by the step's own clock; 0 while it is there
 */
public record Stay(
    String stepId, int visit, Instant enteredAt, Instant leftAt, boolean finished, long minutes) {
  public boolean live() {
    return leftAt == null;
  }

  public boolean isSame(Stay other) {
    return stepId.equals(other.stepId) && visit == other.visit;
  }
}
