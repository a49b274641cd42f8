package org.sunlit.powerlist;

import java.util.Objects;
import org.sunlit.powerlist.PublishPlan.Latest;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.WrittenFlow;

/** What becomes of an item's flow when a new version says nothing of it. Pure. */
final class KeptFlow {
  private KeptFlow() {}

  /**
   * An item keeps the flow it has drawn, fitted to a new promise.
   *
   * @return null for the category's standard flow
   */
  static FlowDefinition of(Latest before, ItemContent content) {
    if (before == null || before.origin() == FlowOrigin.STANDARD) {
      return null;
    }
    FlowDefinition flow = FlowJson.read(before.flow());
    if (Objects.equals(before.content().promisedLimit(), content.promisedLimit())) {
      return flow;
    }
    WrittenFlow written = WrittenFlow.of(flow);
    return new WrittenFlow(
            written.code(),
            written.name(),
            written.nameEn(),
            written.origin(),
            written.steps().stream().map(KeptFlow::withoutLimit).toList(),
            written.calls(),
            written.edges(),
            written.subProcesses())
        .running();
  }

  private static FlowStep withoutLimit(FlowStep step) {
    return step.countsTowardLimit() ? step.withLimit(null) : step;
  }
}
