package org.sunlit.casework.rules;

import java.util.List;

/**
 * What somebody wants done to a case. Begin with {@link #plain} and add what the action needs.
 *
 * @param action what
 * @param step in which step, while work is done in several; null where there is only one
 * @param outcome which way, where there is a choice; null for the plain one
 * @param grant for a decision: true to grant, false to refuse; null when it isn't one
 * @param toStep for a return: to which step; null for the latest one possible
 * @param reason why, told to the applicant; may be null
 * @param ground for a pause: the code of its ground
 * @param days for an extension: by how many days, in the unit of the case's limit; null when it
 *     isn't one
 * @param missing for a request for correction: everything that is missing
 * @param materials for a supplement: codes of the materials handed in; for originals: of those seen
 * @param riskConfirmed the handler has seen the risk point of the step
 * @param review for a reopening: by whose decision; null when it isn't one
 */
public record CaseCommand(
    CaseAction action,
    String step,
    String outcome,
    Boolean grant,
    String toStep,
    String reason,
    String ground,
    Integer days,
    List<MissingMaterial> missing,
    List<String> materials,
    boolean riskConfirmed,
    ReviewDecision review) {
  public CaseCommand {
    missing = missing == null ? List.of() : List.copyOf(missing);
    materials = materials == null ? List.of() : List.copyOf(materials);
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  /** A command that says nothing but what to do. */
  public static CaseCommand plain(CaseAction action) {
    return new CaseCommand(
        action, null, null, null, null, null, null, null, null, null, false, null);
  }

  /** The same, in this step. */
  public CaseCommand in(String stepId) {
    return having(stepId, outcome, grant, toStep, reason);
  }

  /** The same, by this way. */
  public CaseCommand by(String way) {
    return having(step, way, grant, toStep, reason);
  }

  /** The same, deciding so. */
  public CaseCommand granting(Boolean granted) {
    return having(step, outcome, granted, toStep, reason);
  }

  /** The same, back to this step. */
  public CaseCommand backTo(String stepId) {
    return having(step, outcome, grant, stepId, reason);
  }

  /** The same, for another reason. */
  public CaseCommand saying(String why) {
    return having(step, outcome, grant, toStep, why);
  }

  /** The same, on this ground. */
  public CaseCommand on(String groundCode) {
    return having(groundCode, days, missing, materials, riskConfirmed);
  }

  /** The same, by so many days. */
  public CaseCommand byDays(Integer howMany) {
    return having(ground, howMany, missing, materials, riskConfirmed);
  }

  /** The same, asking for everything of this. */
  public CaseCommand asking(List<MissingMaterial> everything) {
    return having(ground, days, everything, materials, riskConfirmed);
  }

  /** The same, with these materials. */
  public CaseCommand bringing(List<String> codes) {
    return having(ground, days, missing, codes, riskConfirmed);
  }

  /** The same, with the risk point of the step confirmed. */
  public CaseCommand confirmingRisk() {
    return confirmingRisk(true);
  }

  /** The same, with the risk point of the step confirmed or not. */
  public CaseCommand confirmingRisk(boolean confirmed) {
    return having(ground, days, missing, materials, confirmed);
  }

  /** The same, because of this decision. */
  public CaseCommand because(ReviewDecision decision) {
    return new CaseCommand(
        action,
        step,
        outcome,
        grant,
        toStep,
        reason,
        ground,
        days,
        missing,
        materials,
        riskConfirmed,
        decision);
  }

  private CaseCommand having(String in, String by, Boolean granted, String to, String why) {
    return new CaseCommand(
        action, in, by, granted, to, why, ground, days, missing, materials, riskConfirmed, review);
  }

  private CaseCommand having(
      String on,
      Integer howMany,
      List<MissingMaterial> asked,
      List<String> brought,
      boolean confirmed) {
    return new CaseCommand(
        action, step, outcome, grant, toStep, reason, on, howMany, asked, brought, confirmed,
        review);
  }
}
