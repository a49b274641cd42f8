package org.sunlit.powerlist.flow;

import java.util.List;

/**
 * One thing wrong with a flow.
 *
 * @param code what it is
 * @param stepIds the steps concerned
 * @param edges the edges concerned
 * @param zh the finding in words, in Chinese
 * @param en the same in English
 * @param place where in the flow as it is written it is mended, as a JSON pointer; null where steps
 *     and edges say it
 */
public record FlowFinding(
    FlowFindingCode code,
    List<String> stepIds,
    List<FlowEdge> edges,
    String zh,
    String en,
    String place) {
  public FlowFinding {
    stepIds = List.copyOf(stepIds);
    edges = List.copyOf(edges);
  }

  /** One that its steps and edges say the place of. */
  public FlowFinding(
      FlowFindingCode code, List<String> stepIds, List<FlowEdge> edges, String zh, String en) {
    this(code, stepIds, edges, zh, en, null);
  }

  static FlowFinding ofFlow(FlowFindingCode code, String zh, String en) {
    return new FlowFinding(code, List.of(), List.of(), zh, en);
  }

  static FlowFinding ofStep(FlowFindingCode code, FlowStep step, String zh, String en) {
    return new FlowFinding(
        code,
        List.of(step.id()),
        List.of(),
        "环节“" + step.name() + "”" + zh,
        "Step '" + step.nameEn() + "' " + en);
  }

  static FlowFinding ofEdge(FlowFindingCode code, FlowEdge edge, String zh, String en) {
    String way = edge.from() + " → " + edge.to() + " (" + edge.outcome() + ")";
    return new FlowFinding(code, List.of(), List.of(edge), "流向 " + way + zh, "Edge " + way + en);
  }

  /** Whether it keeps the flow from running cases. */
  public boolean isError() {
    return code.severity() == FlowFindingCode.Severity.ERROR;
  }

  /** The finding in the reader's language. */
  public String text(FlowLanguage language) {
    return language.pick(zh, en);
  }
}
