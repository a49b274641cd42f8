package org.sunlit.supervision;

import java.util.List;
import java.util.Map;
import org.sunlit.supervision.rules.Mark;
import org.sunlit.supervision.rules.Verdict;

/**
 * What a finding rests on, kept with it: whatever becomes of the rule later, it can be opened as it
 * was made.
 *
 * @param events of the journal, in order
 * @param parameters what the city had set of the rule
 * @param facts what goes into its words, by name
 */
record Evidence(List<Mark> events, Map<String, Integer> parameters, Map<String, String> facts) {
  static Evidence of(Verdict.Found found) {
    return new Evidence(found.events(), found.rule().parameters(), found.facts());
  }
}
