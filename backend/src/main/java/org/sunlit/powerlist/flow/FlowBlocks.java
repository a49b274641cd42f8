package org.sunlit.powerlist.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a flow does in parallel (并联): blocks that begin at a fork and end at its join. Blocks lie
 * one in another or apart, never across; {@link BlockFindings} refuses a flow in which they don't.
 */
public final class FlowBlocks {
  /**
   * One block.
   *
   * @param fork id of the step where its branches begin
   * @param join id of the step where they end; null when they don't end in one
   * @param branches ids of the steps of each branch, in the order of the fork's edges, with those
   *     of blocks inside it; the ends of the flow a branch may lead to aren't part of it
   */
  public record Block(String fork, String join, List<Set<String>> branches) {
    public Block {
      branches = branches.stream().map(Set::copyOf).toList();
    }

    /** Whether a step belongs to one of the branches; fork and join don't. */
    public boolean holds(String stepId) {
      return branches.stream().anyMatch(branch -> branch.contains(stepId));
    }

    /** Which branch a step belongs to. */
    Optional<Set<String>> branchOf(String stepId) {
      return branches.stream().filter(branch -> branch.contains(stepId)).findFirst();
    }

    private int size() {
      return branches.stream().mapToInt(Set::size).sum();
    }
  }

  private final FlowDefinition flow;
  private final Map<String, List<FlowEdge>> outgoing = new HashMap<>();
  private final Map<String, String> joins = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  private FlowBlocks(FlowDefinition flow) {
    this.flow = flow;
    flow.edges().stream()
        .filter(edge -> !edge.isBackward() && flow.find(edge.to()).isPresent())
        .forEach(edge -> outgoing.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge));
    for (FlowStep step : flow.steps()) {
      if (step.kind() == StepKind.FORK) {
        blocks.add(blockOf(step.id()));
      }
    }
    // Innermost first, so that the first block that holds a step is the closest around it.
    blocks.sort(Comparator.comparingInt(Block::size));
  }

  /** The blocks of a flow, also of a broken one. */
  public static FlowBlocks of(FlowDefinition flow) {
    return new FlowBlocks(flow);
  }

  /** All blocks, inner ones before those around them. */
  public List<Block> all() {
    return List.copyOf(blocks);
  }

  /** The block that ends in this join. */
  public Optional<Block> endingIn(String joinId) {
    return blocks.stream().filter(block -> joinId.equals(block.join())).findFirst();
  }

  /** The blocks around a step, from the closest outwards. */
  public List<Block> around(String stepId) {
    return blocks.stream().filter(block -> block.holds(stepId)).toList();
  }

  /** The closest block around all of these steps. */
  public Optional<Block> around(Collection<String> stepIds) {
    return blocks.stream().filter(block -> stepIds.stream().allMatch(block::holds)).findFirst();
  }

  /**
   * The outermost block that going from one step to another leaves: whatever else is done in it is
   * undone, because the case comes to its fork again or never comes to its join.
   */
  public Optional<Block> left(String fromStep, String toStep) {
    List<Block> left = around(fromStep).stream().filter(block -> !block.holds(toStep)).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(left.get(left.size() - 1));
  }

  private Block blockOf(String fork) {
    List<Set<String>> branches = ways(fork).stream().map(edge -> branch(edge.to())).toList();
    return new Block(fork, joinOf(fork, new LinkedHashSet<>()), branches);
  }

  /** Everything from a branch's first step up to the join of its fork. */
  private Set<String> branch(String first) {
    Set<String> branch = new LinkedHashSet<>();
    Deque<Ahead> waiting = new ArrayDeque<>(List.of(new Ahead(first, 0)));
    while (!waiting.isEmpty()) {
      Ahead here = waiting.poll();
      StepKind kind = flow.step(here.stepId()).kind();
      boolean itsJoin = kind == StepKind.JOIN && here.depth() == 0;
      if (itsJoin || kind.isEnd() || !branch.add(here.stepId())) {
        continue;
      }
      int depth = here.depth() + depthChange(kind);
      ways(here.stepId()).forEach(edge -> waiting.add(new Ahead(edge.to(), depth)));
    }
    return branch;
  }

  private record Ahead(String stepId, int depth) {}

  private static int depthChange(StepKind kind) {
    if (kind == StepKind.FORK) {
      return 1;
    }
    return kind == StepKind.JOIN ? -1 : 0;
  }

  /** The first join on the way from a fork that isn't that of a fork between; null without one. */
  private String joinOf(String fork, Set<String> asked) {
    if (joins.containsKey(fork) || !asked.add(fork)) {
      return joins.get(fork);
    }
    Deque<String> waiting = new ArrayDeque<>(ways(fork).stream().map(FlowEdge::to).toList());
    Set<String> seen = new LinkedHashSet<>();
    String join = null;
    while (join == null && !waiting.isEmpty()) {
      String here = waiting.poll();
      if (!seen.add(here)) {
        continue;
      }
      switch (flow.step(here).kind()) {
        case JOIN -> join = here;
        case FORK -> {
          String inner = joinOf(here, asked);
          if (inner != null) {
            ways(inner).forEach(edge -> waiting.add(edge.to()));
          }
        }
        case SUBMISSION,
            PRE_REVIEW,
            ACCEPTANCE,
            REVIEW,
            FORMAL_REVIEW,
            EXPERT_REVIEW,
            INSPECTION,
            HEARING,
            PUBLIC_NOTICE,
            COMMITTEE_REVIEW,
            APPROVAL,
            CONTRACT,
            EXECUTION,
            EVALUATION,
            ANNOUNCEMENT,
            ISSUANCE,
            DELIVERY,
            CLOSURE,
            TERMINATION ->
            ways(here).forEach(edge -> waiting.add(edge.to()));
      }
    }
    joins.put(fork, join);
    return join;
  }

  private List<FlowEdge> ways(String stepId) {
    return outgoing.getOrDefault(stepId, List.of());
  }
}
