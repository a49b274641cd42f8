package org.sunlit.citizen.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names to sign in with, in the one form in which they are compared. */
public final class SignInNames {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COUNTRY = Pattern.compile("^\\+?86(?=1[0-9]{10}$)");

  private SignInNames() {}

  /**
   * What was typed, as it is compared: full-width characters, capitals, blanks and the country's
   * code before a mobile number are how people write.
   */
  public static String plain(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return COUNTRY.matcher(BLANKS.matcher(plain).replaceAll("")).replaceFirst("");
  }
}
