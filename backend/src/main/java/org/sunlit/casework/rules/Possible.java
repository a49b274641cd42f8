package org.sunlit.casework.rules;

import java.util.List;
import org.sunlit.powerlist.flow.FlowEdge;

/**
 * One thing that can be done to a case as it stands.
 *
 * @param stepId in which step; of what concerns the whole case, the step it is in
 * @param action what
 * @param ways the edges of the flow it can take; empty when the case stays where it is
 * @param returnTo ids of the steps it can be returned to
 * @param needsReason whether the applicant has to be told why, whichever way is taken
 */
public record Possible(
    String stepId,
    CaseAction action,
    List<FlowEdge> ways,
    List<String> returnTo,
    boolean needsReason) {
  public Possible {
    ways = List.copyOf(ways);
    returnTo = List.copyOf(returnTo);
  }

  static Possible staying(String stepId, CaseAction action, boolean needsReason) {
    return new Possible(stepId, action, List.of(), List.of(), needsReason);
  }

  static Possible going(
      String stepId, CaseAction action, List<FlowEdge> ways, boolean needsReason) {
    return new Possible(stepId, action, ways, List.of(), needsReason);
  }

  static Possible reopening(String stepId, List<String> returnTo) {
    return new Possible(stepId, CaseAction.REOPEN, List.of(), returnTo, true);
  }

  static Possible back(String stepId, List<String> returnTo) {
    return new Possible(stepId, CaseAction.RETURN, List.of(), returnTo, true);
  }
}
