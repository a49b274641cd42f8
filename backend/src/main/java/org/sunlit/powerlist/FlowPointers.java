package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowFinding;
import org.sunlit.powerlist.flow.FlowFindingCode;

/** Where in a flow's form a finding is mended, as JSON pointers (RFC 6901). Pure. */
final class FlowPointers {
  private FlowPointers() {}

  /** At least one; {@code /steps} when it concerns the flow as a whole. */
  static List<String> of(FlowFinding finding, FlowDefinition flow) {
    List<String> pointers = new ArrayList<>();
    for (int place = 0; place < flow.steps().size(); place++) {
      if (finding.stepIds().contains(flow.steps().get(place).id())) {
        pointers.add("/steps/" + place + field(finding.code()));
      }
    }
    for (FlowEdge edge : finding.edges()) {
      // The last of equals: the one that was added and made it wrong.
      pointers.add("/edges/" + flow.edges().lastIndexOf(edge) + field(finding.code()));
    }
    return pointers.isEmpty() ? List.of("/steps") : List.copyOf(pointers);
  }

  private static String field(FlowFindingCode code) {
    return switch (code) {
      case MISSING_POST -> "/post";
      case UNLAWFUL_EXCLUSION -> "/excludedBy";
      case STEPS_EXCEED_PROMISE, PRE_REVIEW_TOO_LONG -> "/limit";
      case MANY_STARTS, WHOLE_CASE_IN_BRANCH, JOIN_WITHOUT_FORK, PRE_REVIEW_NOT_BEFORE_ACCEPTANCE ->
          "/kind";
      case DUPLICATE_OUTCOME -> "/outcome";
      case START_ENTERED,
          END_LEFT,
          DANGLING_EDGE,
          SELF_LOOP,
          CYCLE,
          RETURN_NOT_BACKWARDS,
          BRANCH_LEFT,
          BRANCH_ENTERED,
          RETURN_ACROSS_BRANCHES,
          RETURN_TO_GATEWAY ->
          "/to";
      case NO_START,
          NO_END,
          UNREACHABLE_STEP,
          NO_WAY_TO_AN_END,
          MAIN_PATH_BROKEN,
          DUPLICATE_STEP,
          FORK_WITHOUT_BRANCHES,
          FORK_WITHOUT_JOIN,
          JOIN_NEEDS_ONE_WAY,
          BRANCHES_TOUCH,
          PROMISE_EXCEEDS_STATUTE,
          PROMISE_MAY_EXCEED_STATUTE,
          INCOMPLETE_DECISION ->
          "";
    };
  }
}
