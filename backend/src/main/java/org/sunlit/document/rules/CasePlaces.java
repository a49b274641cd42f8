package org.sunlit.document.rules;

/**
 * Where a case was taken in and is collected, as its documents say it; each null when it is the
 * department's own window.
 *
 * @param takenIn the place it was handed in at
 * @param collect the place where the result is handed over
 * @param actor the place that acted on behalf of the department with what the document is of
 * @param letter number of the letter it acted on; null when the department acted itself
 */
public record CasePlaces(Named takenIn, Named collect, Named actor, String letter) {
  /** In the usual places, by the department itself. */
  public static final CasePlaces USUAL = new CasePlaces(null, null, null, null);

  /**
   * @param nameEn may be null
   */
  public record Named(String name, String nameEn) {
    String english() {
      return nameEn == null ? name : nameEn;
    }
  }
}
