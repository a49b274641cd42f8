package org.sunlit.casework.rules;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sunlit.powerlist.flow.FlowBlocks;
import org.sunlit.powerlist.flow.FlowBlocks.Block;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/**
 * What a way taken undoes while work is done in parallel (并联办理). Sending a case back to before the
 * fork makes all its branches begin again; an end reached by one branch ends the others. Sending it
 * back within a branch, or into one branch from behind the join, undoes nothing else. Sending it
 * back out of a sub-process or to one undoes that sub-process's latest run.
 */
final class Undoing {
  private Undoing() {}

  /**
   * Ids of the steps whose work comes to nothing: those still at it and those done already.
   *
   * @param toStep null when the case stays where it is
   * @param outcome by which way it goes
   */
  static List<String> by(Standing standing, String fromStep, String toStep, String outcome) {
    if (toStep == null) {
      return List.of();
    }
    if (standing.flow().step(toStep).kind() == StepKind.TERMINATION) {
      return byEnding(standing, fromStep);
    }
    Stream<String> parallel =
        standing
            .blocks()
            .left(fromStep, toStep)
            .filter(block -> leaves(block, toStep))
            .map(block -> visitedIn(standing, block, fromStep))
            .orElse(List.of())
            .stream();
    Stream<String> runs =
        FlowEdge.RETURN.equals(outcome) ? byReturning(standing, fromStep, toStep) : Stream.of();
    return Stream.concat(parallel, runs).distinct().toList();
  }

  /**
   * Sent out of a sub-process, a case leaves its run unfinished; sent back to one, it begins a new
   * run. Either way the latest run comes to nothing.
   */
  private static Stream<String> byReturning(Standing standing, String fromStep, String toStep) {
    return standing.flow().groups().stream()
        .filter(group -> group.holds(fromStep) != group.holds(toStep))
        .flatMap(group -> Runs.latest(group, standing.visits()).stream())
        .map(StepVisit::stepId)
        .filter(id -> !id.equals(fromStep))
        .filter(id -> !standing.flow().step(id).kind().isGateway());
  }

  /**
   * Ids of the steps whose work is cut short when the case ends.
   *
   * @param fromStep the step that ends it; null when none does
   */
  static List<String> byEnding(Standing standing, String fromStep) {
    List<String> live =
        standing.live().stream()
            .map(StepVisit::stepId)
            .filter(id -> !id.equals(fromStep))
            .distinct()
            .toList();
    // A case that is in one step only has nothing besides it to be undone.
    return fromStep == null && live.size() < 2 ? List.of() : live;
  }

  /** Which live steps come to nothing when a case goes this way. */
  static Predicate<String> cutShort(FlowBlocks blocks, String fromStep, FlowStep to) {
    if (to.kind() == StepKind.TERMINATION) {
      return step -> true;
    }
    return blocks
        .left(fromStep, to.id())
        .filter(block -> leaves(block, to.id()))
        .<Predicate<String>>map(block -> block::holds)
        .orElse(step -> false);
  }

  /** By its join a branch leaves its block as it should. */
  private static boolean leaves(Block block, String toStep) {
    return !toStep.equals(block.join());
  }

  private static List<String> visitedIn(Standing standing, Block block, String fromStep) {
    Stream<String> visited = standing.visits().stream().map(StepVisit::stepId);
    return visited
        .filter(block::holds)
        .filter(id -> !id.equals(fromStep))
        .filter(id -> !standing.flow().step(id).kind().isGateway())
        .distinct()
        .toList();
  }
}
