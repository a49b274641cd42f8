package org.sunlit.report;

/** Whom a reporter has left out of a report, because it is about them (ADR 108). */
final class LeftOut {
  private LeftOut() {}

  /**
   * A condition: this report isn't kept from this account.
   *
   * @param report an expression of its id
   * @param account an expression of the account
   */
  static String no(String report, String account) {
    return "not exists (select 1 from report_left_out l where l.report_id = "
        + report
        + " and l.account = "
        + account
        + ") ";
  }
}
