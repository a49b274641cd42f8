package org.sunlit.charge.rules;

/** Amounts in capitals 金额大写, as receipts write them (《正确填写票据和结算凭证的基本规定》, 支付结算办法附一). */
public final class ChineseAmount {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final int GROUP = 10_000;
  private static final int FEN_OF_A_YUAN = 100;

  private ChineseAmount() {}

  /** The amount, such as 壹佰贰拾元整. */
  public static String of(long fen) {
    long yuan = fen / FEN_OF_A_YUAN;
    int jiao = (int) (fen / 10 % 10);
    int rest = (int) (fen % 10);
    StringBuilder text = new StringBuilder();
    if (yuan > 0) {
      text.append(yuan(yuan)).append('元');
    }
    if (jiao == 0 && rest == 0) {
      return text.isEmpty() ? "零元整" : text.append('整').toString();
    }
    if (jiao > 0) {
      text.append(DIGITS.charAt(jiao)).append('角');
    } else if (yuan > 0) {
      text.append('零');
    }
    return rest > 0
        ? text.append(DIGITS.charAt(rest)).append('分').toString()
        : text.append('整').toString();
  }

  private static String yuan(long yuan) {
    StringBuilder text = new StringBuilder();
    boolean zero = false;
    for (int group = GROUPS.length - 1; group >= 0; group--) {
      int part = (int) (yuan / power(GROUP, group) % GROUP);
      if (part == 0) {
        zero = !text.isEmpty();
        continue;
      }
      if (!text.isEmpty() && (zero || part < GROUP / 10)) {
        text.append('零');
      }
      text.append(thousand(part)).append(GROUPS[group]);
      zero = false;
    }
    return text.toString();
  }

  private static String thousand(int part) {
    StringBuilder text = new StringBuilder();
    boolean zero = false;
    for (int place = PLACES.length - 1; place >= 0; place--) {
      int digit = part / (int) power(10, place) % 10;
      if (digit == 0) {
        zero = !text.isEmpty();
        continue;
      }
      if (zero) {
        text.append('零');
        zero = false;
      }
      text.append(DIGITS.charAt(digit)).append(PLACES[place]);
    }
    return text.toString();
  }

  private static long power(int base, int exponent) {
    long result = 1;
    for (int times = 0; times < exponent; times++) {
      result *= base;
    }
    return result;
  }
}
