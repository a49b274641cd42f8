package org.sunlit.supervision.centre.rules;

import java.time.Instant;
import java.util.List;

/**
 * What the journal tells of a case with an event, as far as the centre counts it.
 *
 * @param state of the case after it
 * @param dueAt when the case is due; null while no clock runs
 * @param live the steps at work after it; null where that isn't known
 */
public record CaseTold(
    String state,
    String itemCode,
    String departmentCode,
    String regionCode,
    String handling,
    Instant dueAt,
    List<Step> live) {
  /** A step at work. */
  public record Step(String name, String nameEn) {}

  /** Whether it tells enough to be counted: what is of another room isn't. */
  public boolean complete() {
    return state != null
        && itemCode != null
        && departmentCode != null
        && regionCode != null
        && handling != null;
  }

  boolean open() {
    return switch (state) {
      case "submitted", "inCorrection", "inProgress", "paused" -> true;
      default -> false;
    };
  }

  /** Whether the clock stands still: 停表, or it is the applicant's turn 补正. */
  boolean still() {
    return state.equals("paused") || state.equals("inCorrection");
  }
}
