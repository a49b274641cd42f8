package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an applicant hands in after a correction notice (补正).
 *
 * @param caseNumber as typed
 * @param trackingCode as typed; null by the account whose own the case is
 * @param materials what is handed in
 * @param takenOver what is taken over from earlier cases instead; by an account only
 * @param message a word to the clerk; null when there is none
 */
public record SupplementCommand(
    String caseNumber,
    String trackingCode,
    List<HandedIn> materials,
    List<TakenOver> takenOver,
    String message) {
  public SupplementCommand {
    requireNonNull(caseNumber, "caseNumber");
    materials = List.copyOf(materials);
    takenOver = takenOver == null ? List.of() : List.copyOf(takenOver);
  }

  /** A supplement that takes nothing over. */
  public SupplementCommand(
      String caseNumber, String trackingCode, List<HandedIn> materials, String message) {
    this(caseNumber, trackingCode, materials, null, message);
  }
}
