package org.sunlit.powerlist;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Region codes (行政区划代码): six digits down to the county (GB/T 2260), three more for the township and
 * three for the village (GB/T 10114). Cities without counties, such as 东莞, have townships directly
 * below them: their county digits are 00.
 */
final class RegionCodes {
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
  private static final Pattern SHORTER = Pattern.compile("[0-9]{6}|[0-9]{9}");

  private RegionCodes() {}

  /**
   * The twelve digits meant by a code of six, nine or twelve. Empty when it is none of these, or
   * names a whole province, or skips a level that can't be skipped.
   */
  static Optional<String> normalise(String code) {
    String full = SHORTER.matcher(code).matches() ? code + "0".repeat(12 - code.length()) : code;
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
    if (!code.endsWith("000")) {
      return RegionLevel.VILLAGE;
    }
    if (!code.startsWith("000", 6)) {
      return RegionLevel.TOWNSHIP;
    }
    return code.startsWith("00", 4) ? RegionLevel.CITY : RegionLevel.COUNTY;
  }

  /** The code one level up; empty for a city. */
  static Optional<String> parent(String code) {
    return switch (level(code)) {
      case CITY -> Optional.empty();
      case COUNTY -> Optional.of(code.substring(0, 4) + "00000000");
      case TOWNSHIP -> Optional.of(code.substring(0, 6) + "000000");
      case VILLAGE -> Optional.of(code.substring(0, 9) + "000");
    };
  }

  /** The government a code belongs to: the city's or the county's. */
  static String home(String code) {
    return code.substring(0, 6) + "000000";
  }

  /** The digits every code within this region begins with. */
  static String prefix(String code) {
    if (code.startsWith("0000000000", 2)) {
      return code.substring(0, 2);
    }
    return switch (level(code)) {
      case CITY -> code.substring(0, 4);
      case COUNTY -> code.substring(0, 6);
      case TOWNSHIP -> code.substring(0, 9);
      case VILLAGE -> code;
    };
  }
}
