package org.sunlit.casework.rules;

/**
 * Which regions lie within which, by their codes alone (GB/T 2260 with GB/T 10114): city 4 digits,
 * county 6, township 9, village 12, the rest zeros.
 */
public final class RegionScope {
  private static final int[] LEVELS = {2, 4, 6, 9, 12};

  private RegionScope() {}

  /** The part of a code that every region within it begins with. */
  public static String prefix(String code) {
    for (int length : LEVELS) {
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

  /** Whether it is a township or a village (乡镇、村). */
  public static boolean townshipOrBelow(String code) {
    return prefix(code).length() >= 9;
  }
}
