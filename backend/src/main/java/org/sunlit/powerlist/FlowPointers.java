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
    if (finding.place() != null) {
      return List.of(finding.place());
    }
    FlowPlaces places = new FlowPlaces(flow);
    List<String> pointers = new ArrayList<>();
    for (String stepId : finding.stepIds().stream().distinct().toList()) {
      places.ofStep(stepId).forEach(place -> pointers.add(place + field(finding.code())));
    }
    for (FlowEdge edge : finding.edges()) {
      pointers.add(places.ofEdge(edge) + field(finding.code()));
    }
    return pointers.isEmpty() ? List.of("/steps") : pointers.stream().distinct().toList();
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
          INCOMPLETE_DECISION,
          // What is said of a sub-process or a call says its place itself.
          UNKNOWN_SUB_PROCESS,
          SUB_PROCESS_RECURSION,
          SUB_PROCESS_EMPTY,
          SUB_PROCESS_ENTRIES,
          SUB_PROCESS_EXITS,
          SUB_PROCESS_GATEWAY,
          SUB_PROCESS_TWICE,
          WHOLE_CASE_IN_SUB_PROCESS,
          FORK_LEAVES_SUB_PROCESS,
          SUB_PROCESS_TOO_LONG,
          SUB_PROCESS_NEVER_CALLED,
          FLOW_TOO_LARGE,
          NOT_AS_WRITTEN ->
          "";
    };
  }
}
