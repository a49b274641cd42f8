package org.sunlit.supervision.rules;

import java.util.List;
import java.util.Set;

/**
 * Something done to a case, with the case as it was before.
 *
 * @param event what was done
 * @param before the case before it
 */
public record Act(Happening event, CasePicture before) {
  private static final Set<String> FROM_STEP_TO_STEP =
      Set.of("accepted", "refused", "advanced", "returned", "decided");

  /** Whether somebody of the authority did it. */
  boolean official() {
    return event.ofCase() && event.event().by() != null && event.event().by().official();
  }

  /** Whether somebody of the authority moved the case along its flow. */
  boolean moves() {
    return official() && FROM_STEP_TO_STEP.stream().anyMatch(event::is);
  }

  /** Codes of the materials that it asks for. */
  List<String> asked() {
    return event.event().missing().stream()
        .map(Told.Missing::materialCode)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Whether it refuses: to accept, or what was applied for. */
  boolean refuses() {
    return official()
        && (event.is("refused") || event.is("decided") && "reject".equals(event.event().outcome()));
  }
}
