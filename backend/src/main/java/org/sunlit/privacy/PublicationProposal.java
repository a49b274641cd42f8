package org.sunlit.privacy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What is public of something, or what could be.
 *
 * @param current what is public, as it stands here; null where nothing is
 * @param earlier what was public before, the last first
 */
public record PublicationProposal(Redaction redaction, UUID current, List<Earlier> earlier) {
  /** What could be published, or is. */
  public PublicAnswer text() {
    return redaction.text();
  }

  /**
   * A text that was public.
   *
   * @param publishedBy the name of whoever published it
   * @param endedBy the name of whoever took it back or put another in its place
   * @param reason why it was taken back; null where another took its place
   */
  public record Earlier(
      PublicAnswer text,
      OffsetDateTime publishedAt,
      String publishedBy,
      OffsetDateTime endedAt,
      String endedBy,
      String reason) {}
}
