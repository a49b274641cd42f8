package org.sunlit.promise;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.promise.rules.PromiseWords;

/**
 * Seals what was signed and said with the key of the case, so that it goes when the person has
 * their data deleted (个人信息保护法第四十七条).
 */
final class PromiseSeals {
  private static final String SIGNED = "promise";

  /** A text with the name under it. */
  record Signed(String name, PromiseWords.Text text) {}

  private PromiseSeals() {}

  static byte[] seal(DataKey key, Signed signed) {
    return key.seal(SIGNED, StoredJson.bytes(signed));
  }

  /** Null when the key has been destroyed. */
  static Signed open(DataKey key, byte[] sealed) {
    return key == null ? null : StoredJson.read(key.openWords(SIGNED, sealed), Signed.class);
  }

  /** Words said with an event of a promise; null where there are none, or no key any more. */
  static byte[] said(DataKey key, int number, String words) {
    return seal(key, "promise_event/" + number, words);
  }

  static String openSaid(DataKey key, int number, String sealed) {
    return open(key, "promise_event/" + number, sealed);
  }

  /** Words said with an event of a credit entry. */
  static byte[] said(DataKey key, UUID entry, int number, String words) {
    return seal(key, "credit_event/" + entry + "/" + number, words);
  }

  static String openSaid(DataKey key, UUID entry, int number, String sealed) {
    return open(key, "credit_event/" + entry + "/" + number, sealed);
  }

  private static byte[] seal(DataKey key, String place, String words) {
    return key == null ? null : key.sealWords(place, words);
  }

  /**
   * @param sealed base64, as PostgreSQL writes it; null when nothing was said
   */
  private static String open(DataKey key, String place, String sealed) {
    return key == null || sealed == null
        ? null
        : new String(
            key.open(place, Base64.getMimeDecoder().decode(sealed)), StandardCharsets.UTF_8);
  }
}
