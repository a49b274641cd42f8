package org.sunlit.powerlist;

import org.sunlit.api.model.FlowCallDraft;
import org.sunlit.api.model.FlowDraft;
import org.sunlit.api.model.FlowEdgeDraft;
import org.sunlit.api.model.FlowStepDraft;
import org.sunlit.api.model.StepKind;
import org.sunlit.api.model.SubProcessDraft;
import org.sunlit.powerlist.flow.FlowCall;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.powerlist.flow.WrittenFlow;

/** From a flow to the form it is edited in. */
final class FlowDrafts {
  private FlowDrafts() {}

  static FlowDraft of(FlowDefinition flow) {
    WrittenFlow written = WrittenFlow.of(flow);
    return new FlowDraft()
        .name(written.name())
        .nameEn(written.nameEn())
        .steps(written.steps().stream().map(FlowDrafts::step).toList())
        .edges(written.edges().stream().map(FlowDrafts::edge).toList())
        .calls(written.calls().stream().map(FlowDrafts::call).toList())
        .subProcesses(written.subProcesses().stream().map(FlowDrafts::subProcess).toList());
  }

  static SubProcessDraft subProcess(SubProcess each) {
    return new SubProcessDraft()
        .code(each.code())
        .name(each.name())
        .nameEn(each.nameEn())
        .limit(PowerItemMapper.limit(each.limit()))
        .steps(each.steps().stream().map(FlowDrafts::step).toList())
        .calls(each.calls().stream().map(FlowDrafts::call).toList())
        .edges(each.edges().stream().map(FlowDrafts::edge).toList())
        .libraryVersion(each.libraryVersion());
  }

  private static FlowCallDraft call(FlowCall call) {
    return new FlowCallDraft()
        .id(call.id())
        .subProcess(call.subProcess())
        .name(call.name())
        .nameEn(call.nameEn());
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
        .paidFirst(step.paidFirst())
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
