package org.sunlit.citizen.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a number can be somebody's: its shape, its date and its check digit. */
public final class IdentityNumbers {
  private static final Pattern RESIDENT = Pattern.compile("[0-9]{17}[0-9X]");
  private static final int[] RESIDENT_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String RESIDENT_CHECKS = "10X98765432";

  /** First two digits of administrative divisions (GB/T 2260), with 83 for residents of Taiwan. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83", "99");

  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int CREDIT_LENGTH = 18;
  private static final int CREDIT_MODULUS = 31;

  private IdentityNumbers() {}

  /** A number as it is kept: without blanks, letters in upper case; null when nothing was given. */
  public static String plain(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /**
   * Whether it is a citizen identity number (公民身份号码, GB 11643): a division, a birth date that
   * exists and isn't in the future, and the right check character. Division 99 is kept for invented
   * people.
   *
   * @param number as written, an X in upper case
   * @param today nobody is born after it
   */
  public static boolean isResident(String number, LocalDate today) {
    if (!RESIDENT.matcher(number).matches() || !PROVINCES.contains(number.substring(0, 2))) {
      return false;
    }
    int sum = 0;
    for (int place = 0; place < RESIDENT_WEIGHTS.length; place++) {
      sum += (number.charAt(place) - '0') * RESIDENT_WEIGHTS[place];
    }
    return RESIDENT_CHECKS.charAt(sum % 11) == number.charAt(17) && bornBy(number, today);
  }

  private static boolean bornBy(String number, LocalDate today) {
    try {
      LocalDate birth =
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14)));
      return birth.getYear() >= 1850 && !birth.isAfter(today);
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** Whether it is a unified social credit code (统一社会信用代码, GB 32100) by its check character. */
  public static boolean isSocialCredit(String number) {
    if (number.length() != CREDIT_LENGTH) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int place = 0; place < CREDIT_LENGTH - 1; place++) {
      int value = CREDIT_ALPHABET.indexOf(number.charAt(place));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % CREDIT_MODULUS;
    }
    int check = (CREDIT_MODULUS - sum % CREDIT_MODULUS) % CREDIT_MODULUS;
    return CREDIT_ALPHABET.charAt(check) == number.charAt(CREDIT_LENGTH - 1);
  }

  /** The number as its own holder needs it to recognise it; null stays null. */
  public static String masked(String number) {
    return number == null
        ? null
        : number.substring(0, 2) + "**************" + number.substring(number.length() - 2);
  }
}
