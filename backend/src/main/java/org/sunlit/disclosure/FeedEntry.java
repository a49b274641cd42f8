package org.sunlit.disclosure;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A publication as feeds tell of it.
 *
 * @param summary null where there is none
 * @param updatedAt when the edition everybody sees was released
 */
record FeedEntry(
    String number,
    String title,
    String summary,
    String department,
    List<String> categories,
    OffsetDateTime releasedAt,
    OffsetDateTime updatedAt) {

  /** Where it is read, behind the address of the site. */
  String path() {
    return "/disclosures/" + number;
  }
}
