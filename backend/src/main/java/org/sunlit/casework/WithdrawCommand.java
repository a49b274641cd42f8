package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

/**
 * An applicant takes the application back (撤回).
 *
 * @param caseNumber as typed
 * @param trackingCode as typed; null by the account whose own the case is
 * @param reason null when none is given
 */
public record WithdrawCommand(String caseNumber, String trackingCode, String reason) {
  public WithdrawCommand {
    requireNonNull(caseNumber, "caseNumber");
  }
}
