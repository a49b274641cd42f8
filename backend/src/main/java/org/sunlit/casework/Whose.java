package org.sunlit.casework;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import org.sunlit.privacy.BlindTokens;

/**
 * Whose earlier cases are looked through.
 *
 * @param condition on {@code c}, with the first two parameters
 */
record Whose(String condition, Object first, Object second) {
  private static final String ACCOUNT = "c.applicant_account = $1 and $2::text is null";
  private static final String PERSON =
      """
      c.case_number in (
        select p.case_number from person_index p where p.token = $1 and p.kind = 'identityNumber'
        intersect
        select p.case_number from person_index p where p.token = $2 and p.kind = 'name')
      """;

  /** Whoever is signed in: what is the account's own. */
  static Whose account(String account) {
    return new Whose(ACCOUNT, account, null);
  }

  /**
   * Who is at a window or has agreed: what was applied for under this name and this identity number
   * together, because one of them alone is easily come by.
   */
  static Whose person(BlindTokens blind, String name, String identityNumber) {
    return new Whose(
        PERSON,
        Buffer.buffer(blind.of(BlindTokens.Kind.IDENTITY_NUMBER, identityNumber)),
        Buffer.buffer(blind.of(BlindTokens.Kind.NAME, name)));
  }

  Tuple with(Object third) {
    return Tuple.of(first, second, third);
  }

  /** Without what it is looked up by. */
  @Override
  public String toString() {
    return "Whose";
  }
}
