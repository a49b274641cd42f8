package org.sunlit.supervision.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules on windows (窗口值守): in its hours somebody is there, A or B (AB岗, C9). */
final class WindowRules {
  private WindowRules() {}

  static List<ActRule> all(RuleBook.Words words, Parameters.Outside parameters) {
    return List.of(
        words.act(
            "window.unattended",
            Map.of("minutes", parameters.unattendedMinutes()),
            act -> unattended(act, parameters.unattendedMinutes())));
  }

  private static Optional<Sighting> unattended(Act act, int minutes) {
    return Optional.ofNullable(act.event().told().unattended())
        .filter(window -> window.minutes() >= minutes)
        .map(window -> Sighting.of(facts(window), List.of()));
  }

  private static Map<String, String> facts(Told.Unattended window) {
    Map<String, String> facts = new HashMap<>();
    facts.put("window", window.window());
    facts.put("since", window.since().toString());
    facts.put("minutes", Integer.toString(window.minutes()));
    facts.put("place", window.place() == null ? "" : window.place());
    if (window.windowEn() != null) {
      facts.put("windowEn", window.windowEn());
    }
    if (window.placeEn() != null) {
      facts.put("placeEn", window.placeEn());
    }
    return facts;
  }
}
