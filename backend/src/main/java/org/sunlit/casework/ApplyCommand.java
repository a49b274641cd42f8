package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * An application (申请).
 *
 * @param itemCode the item applied for, in force today
 * @param regionCode where it is about; null for the item's own region
 * @param applicant who asks
 * @param subject what it is about, in the applicant's words; null when not said
 * @param materials what is handed in with it
 * @param promise what is promised with it; null when nothing is
 * @param handing where it is handed in and its result is wanted; null for the usual places
 * @param takenOver what is taken over from earlier cases instead of being handed in
 */
public record ApplyCommand(
    String itemCode,
    String regionCode,
    ApplicantDetails applicant,
    String subject,
    List<HandedIn> materials,
    SignedPromise promise,
    Handing handing,
    List<TakenOver> takenOver) {

  public ApplyCommand {
    requireNonNull(itemCode, "itemCode");
    requireNonNull(applicant, "applicant");
    materials = materials == null ? List.of() : List.copyOf(materials);
    takenOver = takenOver == null ? List.of() : List.copyOf(takenOver);
  }

  /** An application that promises nothing and is handed in at the usual place. */
  public ApplyCommand(
      String itemCode,
      String regionCode,
      ApplicantDetails applicant,
      String subject,
      List<HandedIn> materials) {
    this(itemCode, regionCode, applicant, subject, materials, null, null, null);
  }

  /** An application that takes nothing over. */
  public ApplyCommand(
      String itemCode,
      String regionCode,
      ApplicantDetails applicant,
      String subject,
      List<HandedIn> materials,
      SignedPromise promise,
      Handing handing) {
    this(itemCode, regionCode, applicant, subject, materials, promise, handing, null);
  }

  /** The same, handed in and wanted there. */
  public ApplyCommand handed(Handing where) {
    return new ApplyCommand(
        itemCode, regionCode, applicant, subject, materials, promise, where, takenOver);
  }

  /** The same with these copies in the place of what was to be taken over. */
  ApplyCommand bringing(List<HandedIn> copies) {
    List<HandedIn> all = new ArrayList<>(materials);
    all.addAll(copies);
    return new ApplyCommand(itemCode, regionCode, applicant, subject, all, promise, handing);
  }
}
