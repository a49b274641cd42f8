package org.sunlit.powerlist;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlit.platform.Regions;

/**
 * Region codes (行政区划代码) as lists have them: of six, nine or twelve digits. How they nest is for
 * {@link Regions} to say.
 */
final class RegionCodes {
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
  private static final Pattern SHORTER = Pattern.compile("[0-9]{6}|[0-9]{9}");

  private static final int COUNTY_DIGITS = 6;

  private RegionCodes() {}

  /**
   * The twelve digits meant by a code of six, nine or twelve. Empty when it is none of these, or
   * names a whole province, or skips a level that can't be skipped.
   */
  static Optional<String> normalise(String code) {
    String full = SHORTER.matcher(code).matches() ? Regions.padded(code) : code;
    return TWELVE_DIGITS.matcher(full).matches() && isPlace(full)
        ? Optional.of(full)
        : Optional.empty();
  }

  private static boolean isPlace(String code) {
    boolean prefecture = !code.startsWith("00") && !code.startsWith("00", 2);
    boolean villageInTownship = code.endsWith("000") || !code.startsWith("000", 6);
    return prefecture && villageInTownship;
  }

  /** The level a twelve-digit code speaks of. */
  static RegionLevel level(String code) {
    return switch (Regions.prefix(code).length()) {
      case 12 -> RegionLevel.VILLAGE;
      case 9 -> RegionLevel.TOWNSHIP;
      case 6 -> RegionLevel.COUNTY;
      default -> RegionLevel.CITY;
    };
  }

  /** The code one level up; empty for a city. */
  static Optional<String> parent(String code) {
    return level(code) == RegionLevel.CITY ? Optional.empty() : Optional.of(Regions.above(code));
  }

  /** The government a code belongs to: the city's or the county's. */
  static String home(String code) {
    return Regions.padded(code.substring(0, COUNTY_DIGITS));
  }
}
