package org.sunlit.casework;

import java.util.UUID;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/**
 * Seals an upload with a key of its own. The file stays sealed with it for good; when a case takes
 * the upload, only the key changes hands.
 */
final class UploadSeals {
  private static final String CONTENT = "content";
  private static final String LABEL = "label";

  private UploadSeals() {}

  /** Whose the key is in the vault, until a case takes the upload. */
  static String subject(UUID upload) {
    return "upload:" + upload;
  }

  static byte[] content(DataKey key, byte[] plain) {
    return key.seal(CONTENT, plain);
  }

  static byte[] openContent(DataKey key, byte[] sealed) {
    return key.open(CONTENT, sealed);
  }

  static byte[] label(DataKey key, CaseSeals.Label label) {
    return key.sealWords(LABEL, StoredJson.write(label));
  }

  static CaseSeals.Label openLabel(DataKey key, byte[] sealed) {
    return StoredJson.read(key.openWords(LABEL, sealed), CaseSeals.Label.class);
  }
}
