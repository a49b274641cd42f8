package org.sunlit.supervision;

import org.sunlit.supervision.rules.Parameters;
import org.sunlit.supervision.rules.RuleBook;

/** The rules as they ship, for tests that do without the application. */
public final class ShippedRules {
  private ShippedRules() {}

  public static RuleBook book() {
    return SupervisionRules.read(Parameters.USUAL);
  }
}
