package org.sunlit.identity;

/**
 * A post 岗位 that somebody acts in now: a kind of work, in a department, at a place.
 *
 * @param code the kind of work, such as {@code window}
 * @param departmentCode null for a post of no department
 * @param regionCode null for the whole city
 * @param onBehalfOf the absent account whose post it is AB岗 (C9); null for a post of one's own
 * @param onBehalfOfName the absent one's name; null when nobody is missed
 * @param onBehalfOfNameEn the same in English; may be null
 * @param letter the letter of authority it rests on (B27); null when it is held as such
 */
public record HeldPost(
    String code,
    String departmentCode,
    String regionCode,
    String onBehalfOf,
    String onBehalfOfName,
    String onBehalfOfNameEn,
    Letter letter) {

  /** A post held as such. */
  public HeldPost(String code, String departmentCode, String regionCode, String onBehalfOf) {
    this(code, departmentCode, regionCode, onBehalfOf, null, null, null);
  }

  /** Whether it reaches to this item: a letter of authority may name the only ones. */
  public boolean reaches(String itemCode) {
    return letter == null || letter.items().isEmpty() || letter.items().contains(itemCode);
  }
}
