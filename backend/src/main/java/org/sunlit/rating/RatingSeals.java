package org.sunlit.rating;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/**
 * Seals the words of ratings and of what follows from them with the key of their case, so that they
 * go when the person has their data deleted (个人信息保护法第四十七条).
 */
final class RatingSeals {
  /** To be joined for {@link #key}; {@code c.case_number} is the case. */
  static final String JOIN = " left join vault_key k on k.subject = c.case_number ";

  static final String COLUMNS = " k.master, k.wrapped ";

  /** What a text is. */
  enum Text {
    WORDS,
    PROBLEM,
    ANSWER,
    STILL_WRONG
  }

  private RatingSeals() {}

  /** The key of a row's case; null when it has been destroyed. */
  static DataKey key(Vault vault, Row row) {
    String master = row.getString("master");
    return master == null
        ? null
        : vault.unwrap(
            new WrappedKey(
                row.getString("case_number"), master, row.getBuffer("wrapped").getBytes()));
  }

  /** Seals a text; null where there is no text, or no key any more. */
  static byte[] seal(DataKey key, UUID of, Text text, String plain) {
    return key == null || plain == null || plain.isBlank()
        ? null
        : key.sealWords(place(of, text), plain.strip());
  }

  static String open(DataKey key, UUID of, Text text, Buffer sealed) {
    return key == null || sealed == null ? null : key.openWords(place(of, text), sealed.getBytes());
  }

  private static String place(UUID of, Text text) {
    return "rating/" + of + "/" + text;
  }
}
