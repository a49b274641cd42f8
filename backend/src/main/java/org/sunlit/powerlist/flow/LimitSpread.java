package org.sunlit.powerlist.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.calendar.Limit;

/** Spreads a promised limit over the steps that have none, by weight, in whole units. */
final class LimitSpread {
  private final FlowDefinition flow;
  private final Limit promised;
  private final FlowGraph graph;
  private final List<String> starts;
  private final Map<String, Integer> units = new HashMap<>();

  LimitSpread(FlowDefinition flow, Limit promised) {
    this.flow = flow;
    this.promised = promised;
    this.graph = new FlowGraph(flow);
    // Every step may begin a way here, so that even an unreachable part can't be promised too much.
    this.starts = graph.inOrder();
  }

  FlowDefinition spread() {
    long fixed = graph.longest(starts, step -> shares(step) ? 0 : ownUnits(step));
    long weights = graph.longest(starts, step -> shares(step) ? step.weight() : 0);
    long left = Math.max(0, promised.amount() - fixed);
    for (FlowStep step : graph.steps()) {
      if (shares(step)) {
        units.put(step.id(), weights == 0 ? 0 : (int) (left * step.weight() / weights));
      }
    }
    handOutTheRest(left, weights);
    return flow.withSteps(flow.steps().stream().map(this::fitted).toList());
  }

  /** Rounding down leaves units over: they go, one each, to whom rounding took the most from. */
  private void handOutTheRest(long left, long weights) {
    if (weights == 0) {
      return;
    }
    List<FlowStep> losers =
        graph.steps().stream()
            .filter(step -> shares(step) && left * step.weight() % weights > 0)
            .sorted(Comparator.comparingLong((FlowStep step) -> -(left * step.weight() % weights)))
            .toList();
    for (FlowStep step : losers) {
      units.merge(step.id(), 1, Integer::sum);
      if (graph.longest(starts, this::unitsOf) > promised.amount()) {
        units.merge(step.id(), -1, Integer::sum);
      }
    }
  }

  private FlowStep fitted(FlowStep step) {
    return shares(step)
        ? step.withLimit(new Limit(units.getOrDefault(step.id(), 0), promised.unit()))
        : step;
  }

  private long unitsOf(FlowStep step) {
    return shares(step) ? units.get(step.id()) : ownUnits(step);
  }

  private long ownUnits(FlowStep step) {
    return step.countsTowardLimit() && step.limit() != null && afterAcceptance(step)
        ? LimitMeasure.roundedUpTo(promised.unit(), step.limit())
        : 0;
  }

  private static boolean shares(FlowStep step) {
    return step.limit() == null
        && step.countsTowardLimit()
        && step.kind().isActedOn()
        && afterAcceptance(step);
  }

  /** The promised limit runs from acceptance on; a pre-review comes before it. */
  static boolean afterAcceptance(FlowStep step) {
    return step.kind() != StepKind.PRE_REVIEW;
  }
}
