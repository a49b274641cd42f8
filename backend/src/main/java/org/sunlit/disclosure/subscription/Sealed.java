package org.sunlit.disclosure.subscription;

import java.util.UUID;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/** What of a subscription nobody may read who only has the database. */
record Sealed(String address, String token) {
  private static final String PLACE = "subscription";

  /** Whose the key is in the vault. */
  static String subject(UUID id) {
    return "subscription:" + id;
  }

  byte[] seal(DataKey key) {
    return key.sealWords(PLACE, StoredJson.write(this));
  }

  static Sealed open(DataKey key, byte[] sealed) {
    return StoredJson.read(key.openWords(PLACE, sealed), Sealed.class);
  }
}
