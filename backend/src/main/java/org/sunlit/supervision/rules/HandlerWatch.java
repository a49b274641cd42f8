package org.sunlit.supervision.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlit.supervision.rules.HandlerPicture.Handled;

/**
 * Watches one handler across their cases (F3): remembers what they do in steps with a grave
 * integrity risk, and judges the pattern after each act. What it says depends on the events alone.
 */
public final class HandlerWatch {
  /** What is promised for the same day is meant to go at once (即办件). */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private final RuleBook book;

  public HandlerWatch(RuleBook book) {
    this.book = book;
  }

  /** Whether this act is one to remember, and of whom. */
  public Optional<String> handler(Act act) {
    Told.Step step = act.event().told().step();
    return act.moves() && step != null && step.graveRisk()
        ? Optional.of(act.event().event().by().account())
        : Optional.empty();
  }

  /** What an act of this handler completes; the picture is the one after it then. */
  public List<Verdict> follow(HandlerPicture picture, Act act) {
    picture.add(handled(act));
    List<Verdict> verdicts = new ArrayList<>();
    for (PatternRule rule : book.patterns()) {
      List<Handled> acts = rule.sees().apply(picture);
      if (!acts.isEmpty()) {
        verdicts.add(found(rule, acts, act));
        picture.tell(acts, rule.code());
      }
    }
    return verdicts;
  }

  private static Handled handled(Act act) {
    boolean turnedAway = act.refuses() || act.event().is("returned");
    return new Handled(
        act.event().subject(),
        act.event().mark(),
        act.before().applicant(),
        turnedAway,
        turnedAway || act.event().is("accepted") ? null : waited(act),
        List.of());
  }

  /** Seconds since the case came to this step; null where it was to be done at once. */
  private static Long waited(Act act) {
    String step = act.event().event().stepId();
    return act.before().live().stream()
        .flatMap(List::stream)
        .filter(live -> live.stepId().equals(step) && live.enteredAt() != null)
        .filter(live -> !atOnce(live, act.before()))
        .findFirst()
        .map(live -> Duration.between(live.enteredAt(), act.event().at()).toSeconds())
        .orElse(null);
  }

  private static boolean atOnce(Told.Live live, CasePicture before) {
    Optional<Instant> due =
        Optional.ofNullable(live.dueAt()).or(() -> before.caseClock().map(RunningClock::due));
    return due.isEmpty() || due.get().isBefore(live.enteredAt().plus(AT_ONCE));
  }

  private static Verdict found(PatternRule rule, List<Handled> acts, Act act) {
    Told.Person by = act.event().event().by();
    String cases =
        acts.stream().map(Handled::caseNumber).distinct().collect(Collectors.joining(", "));
    return new Verdict.Found(
        CaseWatch.id(rule, act.event().subject(), Long.toString(act.event().place())),
        rule,
        by.account(),
        by.post(),
        act.event().event().stepId(),
        act.event().at(),
        acts.stream().map(Handled::mark).toList(),
        Map.of("count", Integer.toString(acts.size()), "cases", cases));
  }
}
