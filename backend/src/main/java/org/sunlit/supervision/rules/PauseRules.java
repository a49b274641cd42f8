package org.sunlit.supervision.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.calendar.PauseGround;

/** Rules on what stops or moves a clock by hand (停表与延期). */
final class PauseRules {
  /** 行政许可法第四十二条第一款: the most by which a limit is extended, in working days. */
  private static final int LONGEST_EXTENSION = 10;

  private PauseRules() {}

  static List<ActRule> all(RuleBook.Words words, Parameters parameters) {
    int many = parameters.manyPauses();
    return List.of(
        words.act("pause.groundless", PauseRules::groundless),
        words.act("pause.last-day", PauseRules::lastDay),
        words.act("pause.after-late", act -> afterLate(act, "paused")),
        words.act("pause.repeated", Map.of("times", many), act -> repeated(act, many)),
        words.act("extension.repeated", PauseRules::extendedAgain),
        words.act("extension.long", PauseRules::extendedTooLong),
        words.act("extension.after-late", act -> afterLate(act, "extended")));
  }

  /** On no ground of the law: none at all, no article, or one that holds before acceptance only. */
  private static Optional<Sighting> groundless(Act act) {
    if (!pauses(act)) {
      return Optional.empty();
    }
    String code = act.event().event().ground();
    boolean lawful =
        Arrays.stream(PauseGround.values())
            .filter(ground -> ground.code().equals(code))
            .anyMatch(ground -> !ground.beforeAcceptanceOnly());
    boolean article = act.event().event().article() != null;
    return lawful && article
        ? Optional.empty()
        : Optional.of(Sighting.of(Map.of("ground", code == null ? "—" : code), List.of()));
  }

  /** On the very day it was due: rather a way out than a need (突击停表). */
  private static Optional<Sighting> lastDay(Act act) {
    return pauses(act)
        ? act.before()
            .caseClock()
            .filter(clock -> clock.isDueOn(act.event().at()))
            .filter(clock -> !clock.due().isBefore(act.event().at()))
            .map(PauseRules::seen)
        : Optional.empty();
  }

  private static Optional<Sighting> afterLate(Act act, String kind) {
    return act.official() && act.event().is(kind)
        ? act.before()
            .caseClock()
            .filter(clock -> clock.due().isBefore(act.event().at()))
            .map(PauseRules::seen)
        : Optional.empty();
  }

  private static Optional<Sighting> repeated(Act act, int many) {
    int times = act.before().pauses().size() + 1;
    return pauses(act) && times >= many
        ? Optional.of(Sighting.of(Map.of("times", Integer.toString(times)), act.before().pauses()))
        : Optional.empty();
  }

  private static Optional<Sighting> extendedAgain(Act act) {
    List<Mark> before = act.before().extensions();
    return act.official() && act.event().is("extended") && !before.isEmpty()
        ? Optional.of(Sighting.of(Map.of(), before))
        : Optional.empty();
  }

  private static Optional<Sighting> extendedTooLong(Act act) {
    if (!act.official() || !act.event().is("extended")) {
      return Optional.empty();
    }
    return Optional.ofNullable(act.event().event().extendedBy())
        .filter(by -> by.unit().equals("workingDays") && by.amount() > LONGEST_EXTENSION)
        .map(by -> Sighting.of(Map.of("days", Integer.toString(by.amount())), List.of()));
  }

  private static Sighting seen(RunningClock clock) {
    return Sighting.of(Map.of("due", clock.due().toString()), new ArrayList<>(clock.marks()));
  }

  private static boolean pauses(Act act) {
    return act.official() && act.event().is("paused");
  }
}
