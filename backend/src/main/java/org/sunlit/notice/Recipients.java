package org.sunlit.notice;

/** Makes where a message went fit to be seen (脱敏). Pure. */
final class Recipients {
  private static final int LONGEST_ENDS = 7;

  private Recipients() {}

  static String masked(Reach.Way way) {
    return switch (way.channel()) {
      case SMS -> telephone(way.recipient());
      case EMAIL -> email(way.recipient());
      case IN_APP -> null;
    };
  }

  /** A number: its first three and last four digits. */
  static String telephone(String number) {
    int hidden = Math.max(0, number.length() - LONGEST_ENDS);
    return hidden == 0
        ? "*".repeat(number.length())
        : number.substring(0, 3) + "*".repeat(hidden) + number.substring(3 + hidden);
  }

  /** An address: its first character and its domain. */
  static String email(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
  }
}
