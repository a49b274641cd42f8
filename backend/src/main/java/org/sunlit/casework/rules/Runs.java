package org.sunlit.casework.rules;

import java.util.List;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowGroup;

/**
 * How often a case has gone through a sub-process (子流程). A run begins when the case comes to the
 * entry, from outside or to go through it once more; being sent back to the entry from inside only
 * goes on with the same run.
 */
public final class Runs {
  private Runs() {}

  /**
   * Which run a stay belongs to: 1 for the first. 0 when the case hasn't been inside yet.
   *
   * @param visits the case's stays up to and with this one
   */
  public static int of(FlowGroup group, List<StepVisit> visits) {
    int runs = 0;
    boolean inside = false;
    for (int place = 0; place < visits.size(); place++) {
      inside |= group.holds(visits.get(place).stepId());
      runs += begins(group, visits, place) ? 1 : 0;
    }
    // A case that was moved into the middle is in its first run.
    return inside ? Math.max(1, runs) : 0;
  }

  /** The stays of the latest run, those outside the sub-process left out. */
  static List<StepVisit> latest(FlowGroup group, List<StepVisit> visits) {
    int first = 0;
    for (int place = 0; place < visits.size(); place++) {
      first = begins(group, visits, place) ? place : first;
    }
    return visits.subList(first, visits.size()).stream()
        .filter(visit -> group.holds(visit.stepId()))
        .toList();
  }

  private static boolean begins(FlowGroup group, List<StepVisit> visits, int place) {
    StepVisit visit = visits.get(place);
    return visit.stepId().equals(group.entry())
        && visits.subList(0, place).stream()
            .noneMatch(
                before ->
                    group.holds(before.stepId())
                        && FlowEdge.RETURN.equals(before.outcome())
                        && visit.enteredAt().equals(before.leftAt()));
  }
}
