package org.sunlit.casework;

import java.util.List;

/**
 * Whose case it is (回避).
 *
 * @param account the account that applied; null for a guest
 * @param samePerson every account known to be the applicant's: that one, and those with the same
 *     identity number
 */
record Ownership(String account, List<String> samePerson) {
  Ownership {
    samePerson = samePerson == null ? List.of() : List.copyOf(samePerson);
  }

  static Ownership of(String account) {
    return new Ownership(account, account == null ? List.of() : List.of(account));
  }

  boolean isOf(String someAccount) {
    return someAccount != null && samePerson.contains(someAccount);
  }
}
