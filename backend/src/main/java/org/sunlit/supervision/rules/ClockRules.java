package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;

/** Rules on clocks (期限): reminders before they run out, and what is late. */
final class ClockRules {
  private ClockRules() {}

  static List<ClockRule> all(RuleBook.Words words, Parameters parameters) {
    Map<String, Integer> days = Map.of(ClockRule.WORKING_DAYS, parameters.remindWorkingDays());
    return List.of(
        new ClockRule(words.of("answer.soon"), days, ClockKind.ANSWER, false),
        new ClockRule(words.of("answer.late"), Map.of(), ClockKind.ANSWER, true),
        new ClockRule(words.of("decision.soon"), days, ClockKind.DECISION, false),
        new ClockRule(words.of("decision.late"), Map.of(), ClockKind.DECISION, true),
        new ClockRule(words.of("issuance.soon"), days, ClockKind.ISSUANCE, false),
        new ClockRule(words.of("issuance.late"), Map.of(), ClockKind.ISSUANCE, true),
        new ClockRule(words.of("step.soon"), days, ClockKind.STEP, false),
        new ClockRule(words.of("step.late"), Map.of(), ClockKind.STEP, true),
        new ClockRule(
            words.of("pause.long"),
            Map.of("days", parameters.longestPauseDays()),
            ClockKind.PAUSE,
            true),
        new ClockRule(words.of("objection.late"), Map.of(), ClockKind.OBJECTION, true),
        new ClockRule(words.of("complaint.unscreened"), Map.of(), ClockKind.SCREENING, true),
        new ClockRule(words.of("complaint.soon"), days, ClockKind.REPLY, false),
        new ClockRule(words.of("complaint.late"), Map.of(), ClockKind.REPLY, true));
  }
}
