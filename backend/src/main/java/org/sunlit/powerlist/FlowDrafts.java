package org.sunlit.powerlist;

import org.sunlit.api.model.FlowDraft;
import org.sunlit.api.model.FlowEdgeDraft;
import org.sunlit.api.model.FlowStepDraft;
import org.sunlit.api.model.StepKind;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;

/** From a flow to the form it is edited in. */
final class FlowDrafts {
  private FlowDrafts() {}

  static FlowDraft of(FlowDefinition flow) {
    return new FlowDraft()
        .name(flow.name())
        .nameEn(flow.nameEn())
        .steps(flow.steps().stream().map(FlowDrafts::step).toList())
        .edges(flow.edges().stream().map(FlowDrafts::edge).toList());
  }

  private static FlowStepDraft step(FlowStep step) {
    return new FlowStepDraft()
        .id(step.id())
        .kind(StepKind.fromValue(step.kind().code()))
        .name(step.name())
        .nameEn(step.nameEn())
        .post(FlowMapper.post(step.post()))
        .weight(step.weight())
        .limit(PowerItemMapper.limit(step.limit()))
        .countsTowardLimit(step.countsTowardLimit())
        .excludedBy(step.excludedBy())
        .materials(step.materials())
        .risks(step.risks().stream().map(FlowMapper::risk).toList());
  }

  private static FlowEdgeDraft edge(FlowEdge edge) {
    return new FlowEdgeDraft()
        .from(edge.from())
        .to(edge.to())
        .outcome(edge.outcome())
        .label(edge.label())
        .labelEn(edge.labelEn());
  }
}
