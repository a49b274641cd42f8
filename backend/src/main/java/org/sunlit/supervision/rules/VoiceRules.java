package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules on how people are let say what they think (评价): of a whole month and many ratings, so that
 * nobody learns who rated (背对背, ADR 80).
 */
final class VoiceRules {
  private VoiceRules() {}

  static List<ActRule> all(RuleBook.Words words, Parameters.Outside parameters) {
    return List.of(
        words.act(
            "rating.coerced",
            Map.of("times", parameters.coercedTimes(), "percent", parameters.coercedPercent()),
            act -> coerced(act, parameters)));
  }

  private static Optional<Sighting> coerced(Act act, Parameters.Outside parameters) {
    return Optional.ofNullable(act.event().told().marked())
        .filter(month -> month.signed() >= parameters.coercedTimes())
        .filter(
            month -> month.signed() * 100L >= (long) month.ratings() * parameters.coercedPercent())
        .map(
            month ->
                Sighting.of(
                    Map.of(
                        "month", month.month(),
                        "count", Integer.toString(month.signed()),
                        "ratings", Integer.toString(month.ratings())),
                    List.of()));
  }
}
