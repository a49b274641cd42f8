package org.sunlit.casework.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowBlocks;
import org.sunlit.powerlist.flow.FlowBlocks.Block;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;

/** Whether and where a running case stands in another flow (流程版本迁移, ADR 0038). */
public final class MoveCheck {
  private final Standing standing;
  private final FlowDefinition to;
  private final Map<String, String> steps;
  private final FlowBlocks blocks;
  private final List<String> live;

  private MoveCheck(Standing standing, FlowDefinition to, Map<String, String> steps) {
    this.standing = standing;
    this.to = to;
    this.steps = steps;
    this.blocks = FlowBlocks.of(to);
    this.live =
        standing.live().stream().map(visit -> steps.get(visit.stepId())).distinct().toList();
  }

  /**
   * Which steps most likely stand for one another: those of the same id and kind, then those of the
   * same name and kind. Nothing is guessed beyond that; each step stands for one at most.
   */
  public static Map<String, String> proposal(FlowDefinition from, FlowDefinition to) {
    Map<String, String> proposed = new LinkedHashMap<>();
    proposed.put(from.start().id(), to.start().id());
    for (FlowStep step : from.steps()) {
      to.find(step.id())
          .filter(same -> same.kind() == step.kind() && !proposed.containsValue(same.id()))
          .ifPresent(same -> proposed.putIfAbsent(step.id(), same.id()));
    }
    for (FlowStep step : from.steps()) {
      to.steps().stream()
          .filter(
              other -> other.kind() == step.kind() && named(to, other).equals(named(from, step)))
          .filter(other -> !proposed.containsValue(other.id()))
          .findFirst()
          .ifPresent(other -> proposed.putIfAbsent(step.id(), other.id()));
    }
    return proposed;
  }

  private static String named(FlowDefinition flow, FlowStep step) {
    return flow.fullName(step, FlowLanguage.ZH);
  }

  /**
   * Where a case would stand: its live steps by those of the new flow; what has none is left out.
   */
  public static List<String> landing(Standing standing, Map<String, String> steps) {
    return standing.live().stream()
        .map(visit -> steps.get(visit.stepId()))
        .filter(step -> step != null)
        .distinct()
        .toList();
  }

  /** What keeps a case from being moved; empty when it may be. */
  public static Optional<MoveObstacle> obstacle(
      Standing standing, FlowDefinition to, Map<String, String> steps) {
    if (!standing.state().open()) {
      return Optional.of(MoveObstacle.NOT_ON_THIS_VERSION);
    }
    if (standing.live().stream().anyMatch(visit -> !steps.containsKey(visit.stepId()))) {
      return Optional.of(MoveObstacle.STEP_WITHOUT_COUNTERPART);
    }
    return new MoveCheck(standing, to, steps).obstacle();
  }

  /**
   * How long a decision may take after a move. Who applied was promised the former limit and relied
   * on it (信赖保护): a move may shorten it and never lengthens it.
   */
  public static Limit limit(Limit former, Limit latter) {
    return former.unit() == latter.unit() && latter.amount() < former.amount() ? latter : former;
  }

  private Optional<MoveObstacle> obstacle() {
    if (live.stream().anyMatch(id -> !worksIn(to.step(id)))) {
      return Optional.of(MoveObstacle.NOT_A_WORKING_STEP);
    }
    if (live.size() < standing.live().size()) {
      return Optional.of(MoveObstacle.STEPS_BECOME_ONE);
    }
    return phases().or(this::branches);
  }

  private static boolean worksIn(FlowStep step) {
    return step.kind().isActedOn() || step.kind() == StepKind.CLOSURE && step.post() != null;
  }

  private Optional<MoveObstacle> phases() {
    FlowDefinition from = standing.flow();
    for (StepVisit visit : standing.live()) {
      String here = visit.stepId();
      String there = steps.get(here);
      if (!standing.accepted() && !to.leadsTo(there, StepKind.ACCEPTANCE)) {
        return Optional.of(MoveObstacle.ACCEPTANCE_SKIPPED);
      }
      boolean before = from.leadsTo(here, StepKind.APPROVAL);
      boolean after = to.leadsTo(there, StepKind.APPROVAL);
      if (!standing.decided() && before && !after) {
        return Optional.of(MoveObstacle.DECISION_SKIPPED);
      }
      if (standing.decided() && !before && after) {
        return Optional.of(MoveObstacle.DECIDED_AGAIN);
      }
    }
    return Optional.empty();
  }

  private Optional<MoveObstacle> branches() {
    for (int one = 0; one < live.size(); one++) {
      for (int other = one + 1; other < live.size(); other++) {
        if (!sideBySide(live.get(one), live.get(other))) {
          return Optional.of(MoveObstacle.BRANCHES_DIFFER);
        }
      }
    }
    boolean passedOver =
        blocks.all().stream()
            .filter(block -> live.stream().anyMatch(block::holds))
            .anyMatch(block -> !block.branches().stream().allMatch(each -> walked(block, each)));
    return passedOver ? Optional.of(MoveObstacle.BRANCHES_DIFFER) : Optional.empty();
  }

  /** In two branches of one fork, through which the case has come. */
  private boolean sideBySide(String one, String other) {
    Set<String> been = new HashSet<>();
    standing.visits().forEach(visit -> been.add(steps.getOrDefault(visit.stepId(), "")));
    return blocks.all().stream()
        .filter(block -> been.contains(block.fork()))
        .anyMatch(
            block ->
                block.branches().stream()
                    .anyMatch(
                        branch ->
                            branch.contains(one) && !branch.contains(other) && block.holds(other)));
  }

  /** Somebody is at work in it, or it has been walked to its end. */
  private boolean walked(Block block, Set<String> branch) {
    if (live.stream().anyMatch(branch::contains)) {
      return true;
    }
    List<StepVisit> stays = new ArrayList<>();
    for (StepVisit visit : standing.visits()) {
      String step = steps.get(visit.stepId());
      if (step != null && branch.contains(step)) {
        stays.add(visit.in(step, visit.visit()));
      }
    }
    if (stays.isEmpty()) {
      return false;
    }
    StepVisit last = stays.get(stays.size() - 1);
    // Nobody leaves a join: it is passed.
    String way = to.step(last.stepId()).kind() == StepKind.JOIN ? FlowEdge.PASS : last.outcome();
    return way != null
        && to.next(last.stepId(), way).filter(next -> next.id().equals(block.join())).isPresent();
  }
}
