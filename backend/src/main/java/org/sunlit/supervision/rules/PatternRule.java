package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A rule on what shows only across cases of one handler (廉政预警, F3).
 *
 * @param sees the acts that make the pattern, in order; none where there is no pattern
 */
public record PatternRule(
    RuleHead head,
    Map<String, Integer> parameters,
    Function<HandlerPicture, List<HandlerPicture.Handled>> sees)
    implements Rule {
  public PatternRule {
    parameters = Map.copyOf(parameters);
  }
}
