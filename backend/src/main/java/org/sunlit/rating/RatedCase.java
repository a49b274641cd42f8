package org.sunlit.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.RectificationCourse;

/**
 * A case that has ended, as its holder may see it, with its rating and what became of that.
 *
 * @param key the key of the case; null when it has been destroyed
 * @param given null while it isn't rated
 */
record RatedCase(
    String caseNumber,
    String itemName,
    String itemNameEn,
    String departmentCode,
    String departmentName,
    String departmentNameEn,
    String regionCode,
    String endedBy,
    Instant endedAt,
    Instant openUntil,
    byte[] codeHash,
    DataKey key,
    Given given) {

  /**
   * What was said.
   *
   * @param mending null unless it was a bad rating
   */
  record Given(
      UUID id, Grades grades, String words, boolean mayBeNamed, Instant ratedAt, Mending mending) {}

  /** What became of a bad rating. */
  record Mending(
      UUID id,
      RectificationCourse course,
      int version,
      LocalDate dueOn,
      String answer,
      Instant answeredAt,
      String closeReason) {}
}
