package org.sunlit.casework.rules;

import java.util.List;

/**
 * What somebody wants done to a case.
 *
 * @param action what
 * @param outcome which way, where there is a choice; null for the plain one
 * @param grant for a decision: true to grant, false to refuse; null when it isn't one
 * @param toStep for a return: to which step; null for the latest one possible
 * @param reason why, told to the applicant; may be null
 * @param ground for a pause: the code of its ground
 * @param missing for a request for correction: everything that is missing
 * @param materials for a supplement: codes of the materials handed in
 * @param riskConfirmed the handler has seen the risk point of the step
 */
public record CaseCommand(
    CaseAction action,
    String outcome,
    Boolean grant,
    String toStep,
    String reason,
    String ground,
    List<MissingMaterial> missing,
    List<String> materials,
    boolean riskConfirmed) {
  public CaseCommand {
    missing = missing == null ? List.of() : List.copyOf(missing);
    materials = materials == null ? List.of() : List.copyOf(materials);
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  /** A command that says nothing but what to do. */
  public static CaseCommand plain(CaseAction action) {
    return new CaseCommand(action, null, null, null, null, null, null, null, false);
  }

  /** The same, for another reason. */
  public CaseCommand saying(String why) {
    return new CaseCommand(
        action, outcome, grant, toStep, why, ground, missing, materials, riskConfirmed);
  }

  /** The same, with the risk point of the step confirmed. */
  public CaseCommand confirmingRisk() {
    return new CaseCommand(
        action, outcome, grant, toStep, reason, ground, missing, materials, true);
  }
}
