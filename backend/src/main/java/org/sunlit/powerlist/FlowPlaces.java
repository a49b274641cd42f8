package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.powerlist.flow.FlowCall;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowGroup;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.powerlist.flow.WrittenFlow;

/**
 * Where in a flow as it is written the steps and ways of the flow that runs come from, as JSON
 * pointers (RFC 6901). What is copied by several calls comes from one place. Pure.
 */
final class FlowPlaces {
  private final FlowDefinition flow;
  private final WrittenFlow written;

  FlowPlaces(FlowDefinition flow) {
    this.flow = flow;
    this.written = WrittenFlow.of(flow);
  }

  /** The places of steps by this id: several where an id is in use twice. */
  List<String> ofStep(String stepId) {
    Optional<FlowGroup> group = innermost(stepId);
    String id = group.map(each -> stepId.substring(each.id().length() + 1)).orElse(stepId);
    String around = group.map(this::ofSubProcess).orElse("");
    List<FlowStep> steps = group.map(each -> each.subProcess().steps()).orElse(written.steps());
    List<FlowCall> calls = group.map(each -> each.subProcess().calls()).orElse(written.calls());
    List<String> places = new ArrayList<>();
    for (int place = 0; place < steps.size(); place++) {
      if (steps.get(place).id().equals(id)) {
        places.add(around + "/steps/" + place);
      }
    }
    for (int place = 0; places.isEmpty() && place < calls.size(); place++) {
      if (calls.get(place).id().equals(id)) {
        places.add(around + "/calls/" + place);
      }
    }
    return places;
  }

  /** The place of a way; the last of equals: the one that was added and made it wrong. */
  String ofEdge(FlowEdge edge) {
    List<FlowGroup> around = new ArrayList<>(flow.groupsAround(edge.from()));
    around.removeIf(group -> !group.holds(edge.to()));
    for (int depth = around.size() - 1; depth >= 0; depth--) {
      FlowGroup group = around.get(depth);
      int place = lastLike(edge, group.subProcess().edges(), group.id() + ".");
      if (place >= 0) {
        return ofSubProcess(group) + "/edges/" + place;
      }
    }
    return "/edges/" + lastLike(edge, written.edges(), "");
  }

  private int lastLike(FlowEdge edge, List<FlowEdge> edges, String prefix) {
    String from = local(edge.from(), prefix);
    String to = local(edge.to(), prefix);
    for (int place = edges.size() - 1; place >= 0; place--) {
      FlowEdge other = edges.get(place);
      if (other.from().equals(from)
          && other.to().equals(to)
          && other.outcome().equals(edge.outcome())) {
        return place;
      }
    }
    return -1;
  }

  /** What stands for a running step beside the steps whose ids begin so: itself or a call. */
  private static String local(String stepId, String prefix) {
    String inside = stepId.substring(prefix.length());
    int end = inside.indexOf('.');
    return end < 0 ? inside : inside.substring(0, end);
  }

  private Optional<FlowGroup> innermost(String stepId) {
    List<FlowGroup> around = flow.groupsAround(stepId);
    return around.isEmpty() ? Optional.empty() : Optional.of(around.get(around.size() - 1));
  }

  private String ofSubProcess(FlowGroup group) {
    List<String> codes = flow.subProcesses().stream().map(SubProcess::code).toList();
    return "/subProcesses/" + codes.indexOf(group.subProcess().code());
  }
}
