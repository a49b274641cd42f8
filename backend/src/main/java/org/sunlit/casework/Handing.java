package org.sunlit.casework;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where an application is handed in and its result is wanted.
 *
 * @param takenInAt code of the place it is taken in at; null for online or the department's window
 * @param collectAt code of the place where the result is wanted; null for the department's window
 * @param consent how the applicant agreed that somebody files for them; null when they came
 *     themselves
 * @param checked whether materials and identity were checked at the window, as what another region
 *     decides needs it (跨区域通办, B22)
 * @param courier whether the result of such a case is to be sent to the applicant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handing(
    String takenInAt, String collectAt, String consent, boolean checked, boolean courier) {
  /** Taken in and wanted within the region that decides. */
  public Handing(String takenInAt, String collectAt, String consent) {
    this(takenInAt, collectAt, consent, false, false);
  }

  /** An online application whose result is wanted at a place; null for nowhere in particular. */
  static Handing collected(String placeCode) {
    return placeCode == null || placeCode.isBlank()
        ? null
        : new Handing(null, placeCode.strip(), null);
  }
}
