package org.sunlit.agency;

import java.time.Instant;
import java.util.UUID;
import org.sunlit.agency.rules.Letter;
import org.sunlit.agency.rules.Mandate;
import org.sunlit.rating.rules.Satisfaction;

/**
 * Somebody's agent, from being asked for on.
 *
 * @param principal the account that asked 委托人
 * @param purpose for what project or business, in the principal's words
 * @param agent who took it on; null while nobody has
 * @param signed null before it was signed
 * @param ending null while it hasn't been ended
 * @param rating null while the principal hasn't said
 */
record Agency(
    UUID id,
    String principal,
    String purpose,
    Instant askedAt,
    Agent agent,
    Mandate mandate,
    Signed signed,
    Ending ending,
    Rating rating,
    int version) {

  /** A member of the agency service 代办员. */
  record Agent(String account, String name, String nameEn) {}

  /**
   * The principal's signature, with the letter as it was.
   *
   * @param name as it was signed
   */
  record Signed(Instant at, String name, Letter letter) {}

  /**
   * It was ended before its time.
   *
   * @param byAgent whether the agent laid it down; else the principal ended it
   * @param why null when the principal gave no reason
   */
  record Ending(Instant at, boolean byAgent, String why) {}

  /** How the principal says they were served; {@code words} may be null. */
  record Rating(Satisfaction grade, String words, Instant at) {}

  boolean isOf(String account) {
    return agent != null && agent.account().equals(account);
  }
}
