package org.sunlit.supervision.centre;

import java.time.Instant;
import java.util.UUID;
import org.sunlit.supervision.rules.Subject;

/**
 * Something supervision has to say.
 *
 * @param place in the order of the news, without gaps
 * @param kind {@code found}, {@code withdrawn}, {@code card} or {@code acknowledged}
 * @param findingId null for a card
 * @param cardNumber null for a finding, as is its colour
 * @param seen who acknowledged the finding first; null while nobody has
 */
record News(
    long place,
    String kind,
    Instant at,
    UUID findingId,
    String severity,
    String cardNumber,
    String colour,
    String rule,
    Subject subject,
    String departmentCode,
    String regionCode,
    Seen seen) {
  /** Who has seen it, and when. */
  record Seen(String account, String name, String nameEn, Instant at) {}
}
