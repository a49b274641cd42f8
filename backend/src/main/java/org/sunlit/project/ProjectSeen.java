package org.sunlit.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.joint.JointCases;
import org.sunlit.project.rules.PhaseRules;
import org.sunlit.project.rules.PhaseRules.Standing;
import org.sunlit.project.rules.PhaseState;
import org.sunlit.project.rules.ProjectPath.Phase;

/**
 * A project with its cases, as they were read at one moment.
 *
 * @param phases where each stands, in their order
 * @param cases by their number
 */
record ProjectSeen(
    ProjectRecord record, List<Standing> phases, Map<String, JointCases.Part> cases) {

  static ProjectSeen of(ProjectRecord record, Map<String, List<JointCases.Part>> joint) {
    Map<String, List<List<PhaseRules.Part>>> begun = new HashMap<>();
    Map<String, JointCases.Part> cases = new HashMap<>();
    for (ProjectRecord.Application one : record.applications()) {
      List<JointCases.Part> parts = joint.getOrDefault(one.jointNumber(), List.of());
      parts.forEach(part -> cases.put(part.caseNumber(), part));
      begun
          .computeIfAbsent(one.phase(), phase -> new ArrayList<>())
          .add(parts.stream().map(ProjectSeen::part).toList());
    }
    return new ProjectSeen(record, PhaseRules.standing(record.path(), begun), cases);
  }

  private static PhaseRules.Part part(JointCases.Part one) {
    return new PhaseRules.Part(
        one.itemCode(), one.caseNumber(), one.standing().state(), one.standing().dueAt());
  }

  /** Where a phase stands; null when the project has no such phase. */
  Standing phase(String code) {
    return phases.stream().filter(one -> one.phase().code().equals(code)).findFirst().orElse(null);
  }

  Phase definition(String code) {
    return phase(code).phase();
  }

  /** Any case of an item in a phase: they all know the item's name. */
  JointCases.Part caseOf(String phase, String item) {
    return phase(phase).parts().stream()
        .filter(part -> part.item().equals(item))
        .map(part -> cases.get(part.caseNumber()))
        .findFirst()
        .orElseThrow();
  }

  /** Whether nothing has begun. */
  boolean untouched() {
    return record.applications().isEmpty();
  }

  boolean completed() {
    return phases.stream().allMatch(one -> one.state() == PhaseState.DECIDED);
  }

  boolean trouble() {
    return phases.stream().anyMatch(Standing::trouble);
  }
}
