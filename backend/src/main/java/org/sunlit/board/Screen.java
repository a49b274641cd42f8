package org.sunlit.board;

import org.sunlit.journal.PublicProjection;

/**
 * A screen 电子屏: on the square, in a hall, a township or a village (K1, K2).
 *
 * @param kind {@code square}, {@code hall}, {@code township} or {@code village}
 * @param regionCode it shows cases of this region and all below; null for the whole city
 * @param departmentCode it shows cases of this department alone; null for all
 */
public record Screen(
    String code,
    String name,
    String nameEn,
    String kind,
    String regionCode,
    String departmentCode) {

  /** Everything the city does; what a reader gets who names no screen. */
  static final Screen WHOLE_CITY = new Screen("", "全市", "Whole city", "square", null, null);

  /** Whether this screen shows that case. */
  boolean shows(PublicProjection row) {
    return (departmentCode == null || departmentCode.equals(row.departmentCode()))
        && row.regionCode().startsWith(regionPrefix());
  }

  /**
   * The digits that all region codes at and below this screen's begin with (GB/T 2260, GB/T 10114).
   */
  String regionPrefix() {
    if (regionCode == null) {
      return "";
    }
    if (!regionCode.endsWith("000")) {
      return regionCode; // a village
    }
    if (!regionCode.endsWith("000000")) {
      return regionCode.substring(0, 9); // a township
    }
    if (!regionCode.startsWith("00", 4)) {
      return regionCode.substring(0, 6); // a county or district
    }
    return regionCode.substring(0, 4); // a city
  }
}
