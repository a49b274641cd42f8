package org.sunlit.supervision.rules;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule on what somebody does.
 *
 * @param judge what it sees in an act; empty when nothing is wrong
 */
public record ActRule(
    RuleHead head, Map<String, Integer> parameters, Function<Act, Optional<Sighting>> judge)
    implements Rule {
  public ActRule {
    parameters = Map.copyOf(parameters);
  }
}
