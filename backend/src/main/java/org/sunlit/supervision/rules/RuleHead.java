package org.sunlit.supervision.rules;

import java.util.List;
import org.sunlit.supervision.Severity;

/**
 * What is said of a rule: data in {@code supervision/rules.json}, so that whoever knows the law can
 * read and check it.
 *
 * @param code such as {@code notice.instalments}
 * @param why why it is a fault, in plain words
 * @param seen what was seen, with places such as {@code {due}} for what a finding knows
 */
public record RuleHead(
    String code,
    RuleGroup group,
    Severity severity,
    String name,
    String nameEn,
    List<Ground> grounds,
    String why,
    String whyEn,
    String seen,
    String seenEn) {
  /** An article that the rule rests on (依据). */
  public record Ground(String law, String lawEn, String article, String articleEn) {}
}
