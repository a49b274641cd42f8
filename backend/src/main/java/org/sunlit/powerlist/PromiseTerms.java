package org.sunlit.powerlist;

import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * On what promises an item is accepted and decided (容缺受理、告知承诺制, B13, B14): 优化营商环境条例第四十条第三款 lets
 * licences be handled by notice and promise.
 *
 * @param conditions what is promised instead of proven; empty when only materials may be late
 * @param conditionsEn the same in English, one for each, or empty
 * @param replaces codes of the materials that need not come with such a promise
 * @param checkLimit how long after the decision the department has to check it, in days; null when
 *     no conditions are promised
 * @param breach what a breach does to a case under way
 * @param consequences what else follows, in the department's words; null when nothing is said
 * @param consequencesEn the same in English; null when there is none
 */
public record PromiseTerms(
    List<String> conditions,
    List<String> conditionsEn,
    List<String> replaces,
    Limit checkLimit,
    BreachConsequence breach,
    String consequences,
    String consequencesEn) {
  /** Where the department has said nothing but that materials may be late. */
  public static final PromiseTerms USUAL =
      new PromiseTerms(null, null, null, null, BreachConsequence.HOLD, null, null);

  public PromiseTerms {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    conditionsEn = conditionsEn == null ? List.of() : List.copyOf(conditionsEn);
    replaces = replaces == null ? List.of() : List.copyOf(replaces);
    breach = breach == null ? BreachConsequence.HOLD : breach;
  }

  /** Whether conditions can be promised instead of proven 告知承诺. */
  public boolean takesConditions() {
    return !conditions.isEmpty();
  }
}
