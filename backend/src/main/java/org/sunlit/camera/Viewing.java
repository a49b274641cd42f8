package org.sunlit.camera;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.sunlit.camera.rules.Footage;
import org.sunlit.camera.rules.ViewingReason;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * That somebody looked at a recording 调阅记录: at what, when and why.
 *
 * @param reason in their own words
 * @param until when it can't be played any more
 */
record Viewing(
    UUID id,
    CameraRow camera,
    Footage footage,
    ViewingReason kind,
    String reason,
    String account,
    String name,
    String nameEn,
    Instant at,
    Instant until) {
  static final String SELECT =
      "select v.id, v.footage::text as footage, v.reason_kind, v.reason, v.account, v.at, v.open_until,"
          + " a.name, a.name_en, k.master, k.wrapped,"
          + CameraRow.COLUMNS
          + " from camera_viewing v join camera c on c.code = v.camera_code"
          + CameraRow.JOINED
          + " join account a on a.account = v.account"
          + " join vault_key k on k.subject = 'cameraViewing/' || v.id";

  static final String REASON = "reason";

  /** Whose key seals the reason. */
  static String subject(UUID id) {
    return "cameraViewing/" + id;
  }

  static Viewing of(Row row, Vault vault) {
    UUID id = row.getUUID("id");
    DataKey key = vault.unwrap(subject(id), row);
    return new Viewing(
        id,
        CameraRow.of(row),
        StoredJson.read(row.getString("footage"), Footage.class),
        Coded.of(ViewingReason.class, row.getString("reason_kind")),
        key.openWords(REASON, row.getBuffer("reason").getBytes()),
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        row.getOffsetDateTime("at").toInstant(),
        row.getOffsetDateTime("open_until").toInstant());
  }
}
