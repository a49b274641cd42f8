package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * What the checker finds about time: steps against the promise, the promise against the statute.
 */
final class LimitFindings {
  private LimitFindings() {}

  static List<FlowFinding> of(FlowDefinition flow, FlowGraph graph, FlowChecker.Against against) {
    List<FlowFinding> findings = new ArrayList<>();
    Limit promised = against.promised();
    if (promised == null) {
      return findings;
    }
    if (graph.longest(startsOf(graph), LimitFindings::own) > LimitMeasure.measure(promised)) {
      findings.add(stepsExceed(flow, promised));
    }
    Limit statutory = against.statutory();
    if (statutory != null && LimitMeasure.exceeds(promised, statutory)) {
      findings.add(promise(FlowFindingCode.PROMISE_EXCEEDS_STATUTE, promised, statutory));
    } else if (statutory != null && LimitMeasure.mayExceed(promised, statutory)) {
      findings.add(promise(FlowFindingCode.PROMISE_MAY_EXCEED_STATUTE, promised, statutory));
    }
    return findings;
  }

  private static List<String> startsOf(FlowGraph graph) {
    return graph.steps().stream()
        .filter(step -> step.kind() == StepKind.SUBMISSION)
        .map(FlowStep::id)
        .toList();
  }

  private static long own(FlowStep step) {
    return step.countsTowardLimit() && step.limit() != null && LimitSpread.afterAcceptance(step)
        ? LimitMeasure.measure(step.limit())
        : 0;
  }

  private static FlowFinding stepsExceed(FlowDefinition flow, Limit promised) {
    return new FlowFinding(
        FlowFindingCode.STEPS_EXCEED_PROMISE,
        flow.steps().stream().filter(step -> own(step) > 0).map(FlowStep::id).toList(),
        List.of(),
        "各环节时限之和超过承诺时限" + LimitWords.text(promised, FlowLanguage.ZH),
        "The steps' limits add up to more than the promised "
            + LimitWords.text(promised, FlowLanguage.EN));
  }

  private static FlowFinding promise(FlowFindingCode code, Limit promised, Limit statutory) {
    boolean sure = code == FlowFindingCode.PROMISE_EXCEEDS_STATUTE;
    return FlowFinding.ofFlow(
        code,
        "承诺时限"
            + LimitWords.text(promised, FlowLanguage.ZH)
            + (sure ? "长于" : "遇长假时可能长于")
            + "法定时限"
            + LimitWords.text(statutory, FlowLanguage.ZH),
        "The promised "
            + LimitWords.text(promised, FlowLanguage.EN)
            + (sure ? " exceed" : " may, over a public holiday, exceed")
            + " the statutory "
            + LimitWords.text(statutory, FlowLanguage.EN));
  }
}
