package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Map;

/**
 * What a rule saw.
 *
 * @param facts what goes into its words, by name
 * @param earlier events that belong to it, before the one that was judged
 */
public record Sighting(Map<String, String> facts, List<Mark> earlier) {
  static Sighting of(Map<String, String> facts, List<Mark> earlier) {
    return new Sighting(Map.copyOf(facts), List.copyOf(earlier));
  }

  static Sighting plain() {
    return of(Map.of(), List.of());
  }
}
