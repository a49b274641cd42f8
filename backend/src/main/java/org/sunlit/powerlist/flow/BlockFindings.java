package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.powerlist.flow.FlowBlocks.Block;

/**
 * What the checker finds about work done in parallel (并联). A case must come out of every block it
 * goes into, with everything done exactly once, whatever is returned on the way: so branches begin
 * at one fork, end at its join, touch nowhere between, and hold nothing that is the whole case's.
 */
final class BlockFindings {
  private final FlowDefinition flow;
  private final FlowBlocks blocks;
  private final List<FlowFinding> findings = new ArrayList<>();

  private BlockFindings(FlowDefinition flow) {
    this.flow = flow;
    this.blocks = FlowBlocks.of(flow);
  }

  /** Findings on a flow whose edges all have two ends. */
  static List<FlowFinding> of(FlowDefinition flow) {
    return new BlockFindings(flow).check();
  }

  private List<FlowFinding> check() {
    blocks.all().forEach(this::checkBlock);
    flow.edges().stream().filter(edge -> !edge.isBackward()).forEach(this::checkForward);
    flow.edges().stream().filter(FlowEdge::isBackward).forEach(this::checkBackward);
    flow.steps().forEach(this::checkStep);
    return List.copyOf(findings);
  }

  private void checkBlock(Block block) {
    FlowStep fork = flow.step(block.fork());
    if (block.branches().size() < 2) {
      step(
          FlowFindingCode.FORK_WITHOUT_BRANCHES,
          fork,
          "至少要有两个并行的去向",
          "needs at least two ways out");
    }
    if (block.join() == null) {
      step(FlowFindingCode.FORK_WITHOUT_JOIN, fork, "分出的各路没有汇合", "has branches that never join");
    }
    Set<String> seen = new HashSet<>();
    for (Set<String> branch : block.branches()) {
      if (branch.isEmpty() || branch.stream().anyMatch(id -> !seen.add(id))) {
        step(
            FlowFindingCode.BRANCHES_TOUCH,
            fork,
            "分出的各路须各有环节，汇合前不得相交",
            "needs steps of its own in every branch, and none in two of them");
        return;
      }
    }
  }

  /** Into a branch one comes by its fork only, out of it by its join or to an end. */
  private void checkForward(FlowEdge edge) {
    List<Block> from = blocks.around(edge.from());
    List<Block> to = blocks.around(edge.to());
    for (Block block : blocks.all()) {
      boolean leaves = from.contains(block) && !to.contains(block);
      boolean enters = to.contains(block) && !from.contains(block);
      boolean byItsJoin = edge.to().equals(block.join());
      boolean toAnEnd = flow.step(edge.to()).kind() == StepKind.TERMINATION;
      if (leaves && !byItsJoin && !toAnEnd) {
        edge(
            FlowFindingCode.BRANCH_LEFT,
            edge,
            "没有经过汇合就离开了并行的一路",
            " leaves a branch other than by its join");
      }
      if (enters && !edge.from().equals(block.fork())) {
        edge(
            FlowFindingCode.BRANCH_ENTERED,
            edge,
            "没有经过并行环节就进入了并行的一路",
            " enters a branch other than by its fork");
      }
      if (byItsJoin && !from.contains(block)) {
        edge(
            FlowFindingCode.BRANCH_ENTERED,
            edge,
            "从外面流入汇合环节",
            " comes to a join from outside its branches");
      }
    }
  }

  /**
   * One branch can't send another back: what others do is theirs. Nor does one go back to a fork.
   */
  private void checkBackward(FlowEdge edge) {
    for (Block block : blocks.around(edge.from())) {
      Optional<Set<String>> mine = block.branchOf(edge.from());
      Optional<Set<String>> target = block.branchOf(edge.to());
      if (target.isPresent() && !target.equals(mine)) {
        edge(
            FlowFindingCode.RETURN_ACROSS_BRANCHES,
            edge,
            "退到了并行的另一路",
            " goes back into another branch");
      }
    }
    if (flow.step(edge.to()).kind().isGateway()) {
      edge(
          FlowFindingCode.RETURN_TO_GATEWAY,
          edge,
          "退到并行或汇合环节；应退到有人办理的环节",
          " goes back to where nobody acts; it has to name a step somebody acts in");
    }
  }

  private void checkStep(FlowStep step) {
    boolean inBranch = !blocks.around(step.id()).isEmpty();
    switch (step.kind()) {
      case JOIN -> {
        if (blocks.endingIn(step.id()).isEmpty()) {
          step(FlowFindingCode.JOIN_WITHOUT_FORK, step, "没有对应的并行环节", "joins nothing");
        }
        if (flow.outgoing(step.id()).size() != 1 || flow.next(step.id(), FlowEdge.PASS).isEmpty()) {
          step(
              FlowFindingCode.JOIN_NEEDS_ONE_WAY,
              step,
              "之后只能有一个“通过”的去向",
              "needs one way out, and that is 'pass'");
        }
      }
      case FORK -> {
        if (flow.outgoing(step.id()).stream().anyMatch(FlowEdge::isBackward)) {
          step(
              FlowFindingCode.FORK_WITHOUT_BRANCHES,
              step,
              "无人办理，不能退回",
              "has nobody who could send a case back");
        }
      }
      case PRE_REVIEW, ACCEPTANCE, APPROVAL, CLOSURE -> {
        if (inBranch) {
          step(
              FlowFindingCode.WHOLE_CASE_IN_BRANCH,
              step,
              "关系整个办件，不能放在并行的一路中",
              "concerns the whole case and can't stand in one of several branches");
        }
      }
      case SUBMISSION,
          REVIEW,
          FORMAL_REVIEW,
          EXPERT_REVIEW,
          INSPECTION,
          HEARING,
          PUBLIC_NOTICE,
          COMMITTEE_REVIEW,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          ISSUANCE,
          DELIVERY,
          TERMINATION -> {
        // May stand anywhere.
      }
    }
    if (step.kind() == StepKind.ACCEPTANCE && comesAfterAFork(step)) {
      step(
          FlowFindingCode.WHOLE_CASE_IN_BRANCH,
          step,
          "在并行环节之后；受理须在并行办理之前",
          "comes after a fork; a case is accepted before anything is done in parallel");
    }
  }

  private boolean comesAfterAFork(FlowStep step) {
    Set<String> before = new FlowGraph(flow).before(step.id());
    return blocks.around(step.id()).isEmpty()
        && blocks.all().stream().anyMatch(block -> before.contains(block.fork()));
  }

  private void step(FlowFindingCode code, FlowStep step, String zh, String en) {
    findings.add(FlowFinding.ofStep(code, step, zh, en));
  }

  private void edge(FlowFindingCode code, FlowEdge edge, String zh, String en) {
    findings.add(FlowFinding.ofEdge(code, edge, zh, en));
  }
}
