package org.sunlit.casework;

import java.util.List;
import org.sunlit.api.model.SubProcessRun;
import org.sunlit.casework.rules.Runs;
import org.sunlit.casework.rules.StepVisit;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowGroup;

/** Which runs of sub-processes a stay is in, as the contract says it. */
final class RunShapes {
  private RunShapes() {}

  /**
   * The runs the last of these stays is in, the outermost first.
   *
   * @return null outside of sub-processes
   */
  static List<SubProcessRun> around(FlowDefinition flow, List<StepVisit> visits) {
    List<FlowGroup> around = flow.groupsAround(visits.get(visits.size() - 1).stepId());
    return around.isEmpty()
        ? null
        : around.stream()
            .map(group -> new SubProcessRun().id(group.id()).run(Runs.of(group, visits)))
            .toList();
  }
}
