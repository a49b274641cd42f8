package org.sunlit.inspection.rules;

import java.util.List;

/**
 * What an inspection came to, as far as it names nobody.
 *
 * @param cases whose files were reviewed
 * @param telephone null unless it was a call
 * @param poll null unless it was one
 */
public record Facts(
    List<Check> checks, List<String> cases, List<Call> calls, Telephone telephone, Poll poll) {
  /** A line of the checklist. */
  public record Check(String code, CheckResult result) {}

  /**
   * A call to an applicant 回访.
   *
   * @param satisfied null when nobody said
   */
  public record Call(String caseNumber, boolean reached, Boolean satisfied) {}

  /**
   * A call to an office 电话抽查.
   *
   * @param rings null when nobody counted
   * @param seconds until it was answered
   * @param right whether the answer was right; null when there was none
   */
  public record Telephone(boolean answered, Integer rings, Integer seconds, Boolean right) {}

  /** How many were asked, and how many of them were satisfied. */
  public record Poll(int asked, int satisfied) {}

  public Facts {
    checks = checks == null ? List.of() : List.copyOf(checks);
    cases = cases == null ? List.of() : List.copyOf(cases);
    calls = calls == null ? List.of() : List.copyOf(calls);
  }

  /** How many checks were not met. */
  public int findings() {
    return (int) checks.stream().filter(check -> check.result() == CheckResult.NOT_MET).count();
  }
}
