package org.sunlit.powerlist;

import java.util.Objects;
import org.sunlit.powerlist.PublishPlan.Latest;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.powerlist.flow.FlowStep;

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
    return Objects.equals(before.content().promisedLimit(), content.promisedLimit())
        ? flow
        : new FlowDefinition(
            flow.code(),
            flow.name(),
            flow.nameEn(),
            flow.origin(),
            flow.steps().stream().map(KeptFlow::withoutLimit).toList(),
            flow.edges());
  }

  private static FlowStep withoutLimit(FlowStep step) {
    return step.countsTowardLimit()
        ? new FlowStep(
            step.id(),
            step.kind(),
            step.name(),
            step.nameEn(),
            step.post(),
            step.weight(),
            null,
            true,
            step.excludedBy(),
            step.paidFirst(),
            step.materials(),
            step.risks())
        : step;
  }
}
