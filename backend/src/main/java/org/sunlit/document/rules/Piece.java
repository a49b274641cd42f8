package org.sunlit.document.rules;

/**
 * A material that was handed in, or that is missing.
 *
 * @param name the material's name; null when it is none of the item's
 * @param nameEn its English name; may be null
 * @param what what is missing or wrong, in the clerk's words; null for one that was handed in
 */
public record Piece(String name, String nameEn, String what) {
  String english() {
    return nameEn == null ? name : nameEn;
  }
}
