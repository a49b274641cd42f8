package org.sunlit.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.sunlit.council.rules.MemberKind;
import org.sunlit.council.rules.Term;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.WrappedKey;

/**
 * An appointment, unsealed.
 *
 * @param account null while nobody has taken the invitation up
 * @param named whether they agreed to be named in public
 * @param endedWhy null while it wasn't ended, or ran out
 */
record Member(
    UUID id,
    String certificate,
    MemberKind kind,
    About about,
    Term term,
    Instant appointedAt,
    byte[] codeHash,
    String account,
    Instant joinedAt,
    boolean named,
    LocalDate endedOn,
    String endedWhy) {
  /** Begins what a member's key is kept under; the id follows. */
  static final String SUBJECT = "councilMember/";

  private static final String PLACE = "council_member/content";
  static final String WHY = "council_member/ended_why";

  /**
   * Who it is, as it is sealed.
   *
   * @param organisation null for whoever speaks for none
   * @param appointedBy 聘任单位
   */
  record About(String name, String organisation, String appointedBy) {
    byte[] seal(DataKey key) {
      return key.seal(PLACE, StoredJson.bytes(this));
    }
  }

  /** As it is stored, with its key; bytes are base64. */
  record Stored(
      UUID id,
      String certificate,
      String kind,
      byte[] content,
      LocalDate servesFrom,
      LocalDate servesUntil,
      Instant appointedAt,
      byte[] codeHash,
      String account,
      Instant joinedAt,
      boolean named,
      LocalDate endedOn,
      byte[] endedWhy,
      String master,
      byte[] wrapped) {
    WrappedKey key() {
      return new WrappedKey(SUBJECT + id, master, wrapped);
    }

    Member open(DataKey key) {
      return new Member(
          id,
          certificate,
          MemberKind.of(kind),
          StoredJson.read(key.openWords(PLACE, content), About.class),
          new Term(servesFrom, servesUntil, account != null, endedOn != null),
          appointedAt,
          codeHash,
          account,
          joinedAt,
          named,
          endedOn,
          key.openWords(WHY, endedWhy));
    }
  }

  String subject() {
    return SUBJECT + id;
  }
}
