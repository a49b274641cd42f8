package org.sunlit.platform;

import java.util.Arrays;

/**
 * Which regions lie within which, by their twelve digits alone (行政区划代码): province 2, city 4, county
 * 6 (GB/T 2260), township 9, village 12 (GB/T 10114), the rest zeros. Pure; the only place that
 * knows.
 */
public final class Regions {
  private static final int[] LENGTHS = {2, 4, 6, 9, 12};
  private static final int CITY = 4;
  private static final int TOWNSHIP = 9;

  private Regions() {}

  /** The digits that this region's code and those of all regions within it begin with. */
  public static String prefix(String code) {
    for (int length : LENGTHS) {
      if (code.substring(length).chars().allMatch(digit -> digit == '0')) {
        return code.substring(0, length);
      }
    }
    return code;
  }

  /** Whether a region is this one or lies within it. */
  public static boolean within(String region, String code) {
    return region.startsWith(prefix(code));
  }

  /** Whether it is a whole city or what lies above it (市、省). */
  public static boolean cityOrAbove(String code) {
    return prefix(code).length() <= CITY;
  }

  /** Whether it is a township or a village (乡镇、村). */
  public static boolean townshipOrBelow(String code) {
    return prefix(code).length() >= TOWNSHIP;
  }

  /**
   * The code one level up. A township of a city without counties, such as 东莞, has the city above
   * it, for their county digits are zeros.
   *
   * @throws IllegalArgumentException for a province
   */
  public static String above(String code) {
    int level = Arrays.binarySearch(LENGTHS, prefix(code).length());
    if (level == 0) {
      throw new IllegalArgumentException("Nothing is above " + code);
    }
    return padded(code.substring(0, LENGTHS[level - 1]));
  }

  /** The twelve digits meant by the first few. */
  public static String padded(String start) {
    return start + "0".repeat(LENGTHS[LENGTHS.length - 1] - start.length());
  }
}
