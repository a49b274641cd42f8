package org.sunlit.supervision.rules;

import java.util.Map;

/** A rule of supervision: something that must not happen, and why. */
public sealed interface Rule permits ActRule, ClockRule, PatternRule {
  /** What is said of it: code, severity, legal ground, words. */
  RuleHead head();

  /** What the city has set of it, by name; empty when there is nothing to set. */
  Map<String, Integer> parameters();

  default String code() {
    return head().code();
  }
}
