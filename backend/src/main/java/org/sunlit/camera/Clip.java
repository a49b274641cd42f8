package org.sunlit.camera;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.sunlit.camera.rules.Footage;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * A recording that was attached to a finding 录像证据, kept sealed for as long as the finding.
 *
 * @param note what it shows, in the words of whoever attached it
 * @param sha256 over its files, in their order
 */
record Clip(
    UUID id,
    CameraRow camera,
    Footage footage,
    String note,
    String sha256,
    long bytes,
    String account,
    String name,
    String nameEn,
    Instant at,
    DataKey content) {
  static final String COLUMNS =
      "select l.id, l.footage::text as footage, l.note, l.sha256, l.bytes, l.content_key, l.attached_by, l.attached_at,"
          + " a.name, a.name_en, k.master, k.wrapped,"
          + CameraRow.COLUMNS;

  static final String FROM =
      " from camera_clip l join camera c on c.code = l.camera_code"
          + CameraRow.JOINED
          + " join account a on a.account = l.attached_by"
          + " join vault_key k on k.subject = 'cameraClip/' || l.id"
          + " join supervision_finding f on f.id = l.finding_id";

  static final String NOTE = "note";
  static final String CONTENT = "content";

  /** Whose key seals the note, and the key of the files. */
  static String subject(UUID id) {
    return "cameraClip/" + id;
  }

  /** Whose key seals the files. */
  static String contentSubject(UUID id) {
    return subject(id) + '/' + CONTENT;
  }

  /** Where a file is sealed for. */
  static String file(int number) {
    return "file/" + number;
  }

  static Clip of(Row row, Vault vault) {
    UUID id = row.getUUID("id");
    DataKey key = vault.unwrap(subject(id), row);
    return new Clip(
        id,
        CameraRow.of(row),
        StoredJson.read(row.getString("footage"), Footage.class),
        key.openWords(NOTE, row.getBuffer("note").getBytes()),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getString("attached_by"),
        row.getString("name"),
        row.getString("name_en"),
        row.getOffsetDateTime("attached_at").toInstant(),
        key.unwrap(CONTENT, contentSubject(id), row.getBuffer("content_key").getBytes()));
  }
}
