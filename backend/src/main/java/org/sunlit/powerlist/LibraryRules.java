package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.administration.Edition;
import org.sunlit.powerlist.flow.FlowCall;
import org.sunlit.powerlist.flow.FlowChecker;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowFinding;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.Post;
import org.sunlit.powerlist.flow.StepKind;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.powerlist.flow.WrittenFlow;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Localised;

/**
 * What may stand in the city's library of sub-processes (子流程库), and what flows take from it. Pure.
 */
final class LibraryRules {
  private static final String TRIED = "/subProcesses/0";
  private static final String TRIAL = "trial";
  private static final String APPROVE = "approve";

  private LibraryRules() {}

  /**
   * Whether what a flow says it took from the library stands there, word for word.
   *
   * @param on from when the flow is to hold; null when that isn't known yet
   * @return with pointers into the flow
   */
  static List<FieldProblem> taken(
      List<SubProcess> parts, List<Edition<SubProcess>> library, LocalDate on) {
    List<FieldProblem> wrong = new ArrayList<>();
    for (int place = 0; place < parts.size(); place++) {
      SubProcess part = parts.get(place);
      if (part.libraryVersion() != null) {
        String pointer = "/subProcesses/" + place;
        taken(part, library, on)
            .map(key -> new FieldProblem(pointer, key, List.of(name(part), part.libraryVersion())))
            .ifPresent(wrong::add);
      }
    }
    return wrong;
  }

  private static Optional<String> taken(
      SubProcess part, List<Edition<SubProcess>> library, LocalDate on) {
    Optional<Edition<SubProcess>> edition =
        library.stream()
            .filter(one -> one.code().equals(part.code()))
            .filter(one -> one.version() == part.libraryVersion())
            .findFirst();
    if (edition.isEmpty()) {
      return Optional.of("library.unknown");
    }
    if (!edition.get().definition().from(null).equals(part.from(null))) {
      return Optional.of("library.differs");
    }
    return on != null && on.isBefore(edition.get().effectiveFrom())
        ? Optional.of("library.not-yet")
        : Optional.empty();
  }

  /** What keeps a sub-process from standing in the library; pointers into it. */
  static List<FieldProblem> objections(SubProcess part) {
    if (!part.calls().isEmpty()) {
      return List.of(new FieldProblem("/calls", "library.calls", List.of()));
    }
    FlowDefinition trial = trial(part).running();
    List<FieldProblem> wrong = new ArrayList<>();
    for (FlowFinding finding :
        FlowChecker.check(trial, new FlowChecker.Against(null, null, null))) {
      FlowPointers.of(finding, trial).stream()
          .filter(pointer -> finding.isError() && pointer.startsWith(TRIED))
          .findFirst()
          .map(pointer -> problem(pointer.substring(TRIED.length()), finding))
          .ifPresent(wrong::add);
    }
    return wrong;
  }

  private static FieldProblem problem(String pointer, FlowFinding finding) {
    return new FieldProblem(
        pointer, "library.finding", List.of(new Localised(finding.zh(), finding.en())));
  }

  /** The shortest flow that goes through it, to be judged by the rules for every flow. */
  private static WrittenFlow trial(SubProcess part) {
    Post post = new Post("approver", "审批岗", "Approver");
    return new WrittenFlow(
        TRIAL,
        part.name(),
        part.nameEn(),
        null,
        List.of(
            step("submit", StepKind.SUBMISSION, null),
            step(APPROVE, StepKind.APPROVAL, post),
            step("close", StepKind.CLOSURE, post)),
        List.of(new FlowCall(TRIAL, part.code(), null, null)),
        List.of(way("submit", TRIAL), way(TRIAL, APPROVE), way(APPROVE, "close")),
        List.of(part));
  }

  private static FlowStep step(String id, StepKind kind, Post post) {
    return new FlowStep(
        id, kind, id, id, post, kind.isActedOn() ? 1 : 0, null, true, null, List.of(), List.of());
  }

  private static FlowEdge way(String from, String to) {
    return new FlowEdge(from, to, FlowEdge.PASS, null, null);
  }

  private static Localised name(SubProcess part) {
    return new Localised(part.name(), part.nameEn());
  }
}
