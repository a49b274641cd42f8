package org.sunlit.casework.rules;

import java.util.Set;
import org.sunlit.calendar.Limit;

/**
 * What a case is about, as far as the rules on commands need it.
 *
 * @param materialCodes codes of the materials the item asks for
 * @param limit how long a decision may take
 * @param licence whether it is an administrative licence, which 行政许可法 is about
 */
public record Matter(Set<String> materialCodes, Limit limit, boolean licence) {
  public Matter {
    materialCodes = Set.copyOf(materialCodes);
  }
}
