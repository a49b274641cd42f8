package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules on the way a case takes (环节与流程): the published flow is the one that counts (A11). */
final class StepRules {
  private static final String IN_FORCE = "inForce";

  private StepRules() {}

  static List<ActRule> all(RuleBook.Words words, Parameters parameters) {
    int many = parameters.manyReturns();
    return List.of(
        words.act("acceptance.unlisted", StepRules::notInForce),
        words.act("step.undrawn", StepRules::undrawn),
        words.act("step.out-of-turn", StepRules::outOfTurn),
        words.act("return.unreasoned", StepRules::unreasoned),
        words.act("return.repeated", Map.of("times", many), act -> repeated(act, many)),
        words.act("decision.unaccepted", StepRules::unaccepted));
  }

  private static Optional<Sighting> notInForce(Act act) {
    Told.Published published = act.event().told().published();
    return act.event().is("submitted") && published != null && !IN_FORCE.equals(published.status())
        ? Optional.of(Sighting.of(Map.of("status", published.status()), List.of()))
        : Optional.empty();
  }

  /** To a step that the flow doesn't draw after this one: one was skipped or added. */
  private static Optional<Sighting> undrawn(Act act) {
    List<String> drawn = act.event().told().drawn();
    return act.moves() && drawn != null && !drawn.contains(act.event().event().toStepId())
        ? Optional.of(
            Sighting.of(
                Map.of(
                    "from",
                    act.event().event().stepId(),
                    "to",
                    String.valueOf(act.event().event().toStepId())),
                List.of()))
        : Optional.empty();
  }

  /** In a step that the case wasn't in. */
  private static Optional<Sighting> outOfTurn(Act act) {
    if (!act.moves()) {
      return Optional.empty();
    }
    String step = act.event().event().stepId();
    return act.before()
        .live()
        .filter(live -> live.stream().noneMatch(one -> one.stepId().equals(step)))
        .map(
            live ->
                Sighting.of(
                    Map.of(
                        "from",
                        step,
                        "live",
                        String.join("、", live.stream().map(Told.Live::stepId).toList())),
                    List.of()));
  }

  /** Handed back without saying why (推诿扯皮, E18). */
  private static Optional<Sighting> unreasoned(Act act) {
    return returns(act) && Boolean.FALSE.equals(act.event().told().reasoned())
        ? Optional.of(Sighting.plain())
        : Optional.empty();
  }

  private static Optional<Sighting> repeated(Act act, int many) {
    int times = act.before().returns().size() + 1;
    return returns(act) && times >= many
        ? Optional.of(Sighting.of(Map.of("times", Integer.toString(times)), act.before().returns()))
        : Optional.empty();
  }

  /** Decided while it still waits for the answer whether it is accepted. */
  private static Optional<Sighting> unaccepted(Act act) {
    return act.official() && act.event().is("decided")
        ? act.before()
            .caseClock()
            .filter(clock -> clock.kind() == ClockKind.ANSWER)
            .map(clock -> Sighting.of(Map.of(), clock.marks()))
        : Optional.empty();
  }

  private static boolean returns(Act act) {
    return act.official() && act.event().is("returned");
  }
}
