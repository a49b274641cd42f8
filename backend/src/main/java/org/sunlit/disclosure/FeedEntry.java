package org.sunlit.disclosure;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.sunlit.disclosure.rules.FileKind;

/**
 * A publication as feeds tell of it.
 *
 * @param summary null where there is none
 * @param files attached to it
 * @param updatedAt when the edition everybody sees was released
 */
record FeedEntry(
    String number,
    String title,
    String summary,
    String department,
    List<String> categories,
    List<Enclosure> files,
    OffsetDateTime releasedAt,
    OffsetDateTime updatedAt) {

  /**
   * A file as feeds tell of it.
   *
   * @param size in bytes
   */
  record Enclosure(UUID id, String name, FileKind kind, long size) {}

  /** Where a file of it is, behind the address of the site. */
  String path(Enclosure file) {
    return "/api/v1" + path() + "/files/" + file.id();
  }

  /** Where it is read, behind the address of the site. */
  String path() {
    return "/disclosures/" + number;
  }
}
