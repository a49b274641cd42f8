package org.sunlit.casework.rules;

/**
 * ISO 7064 MOD 11,10: one decimal check digit that catches every wrong digit and nearly every swap.
 */
public final class CheckDigits {
  private CheckDigits() {}

  /** The check digit over these decimal digits. */
  public static int mod11And10(CharSequence digits) {
    int product = 10;
    for (int place = 0; place < digits.length(); place++) {
      int sum = (product + digits.charAt(place) - '0') % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }
}
