package org.sunlit.supervision.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A rule on a clock: before it runs out, or when it has.
 *
 * @param late whether it is broken when the clock has run out; else it reminds before
 */
public record ClockRule(
    RuleHead head, Map<String, Integer> parameters, ClockKind kind, boolean late) implements Rule {
  /** The name of how many working days before a deadline it reminds. */
  static final String WORKING_DAYS = "workingDays";

  public ClockRule {
    parameters = Map.copyOf(parameters);
  }

  /** The moment after which it has something to say; empty when it hasn't, or has said it. */
  Optional<Instant> alarm(RunningClock clock) {
    if (clock.kind() != kind || clock.said(late).isPresent()) {
      return Optional.empty();
    }
    return late
        ? Optional.of(clock.due())
        : clock
            .reminderAt(parameters.get(WORKING_DAYS))
            .filter(moment -> clock.late() == null && moment.isBefore(clock.due()));
  }
}
