package org.sunlit.board;

import org.sunlit.journal.PublicProjection;
import org.sunlit.platform.Regions;

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

  /** The digits that all region codes at and below this screen's begin with; empty for the city. */
  String regionPrefix() {
    return regionCode == null ? "" : Regions.prefix(regionCode);
  }
}
