package org.sunlit.citizen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sunlit.privacy.DataKey;

/** What people say of themselves, as sealed JSON under a key of their own. */
final class CitizenSeal {
  private static final String PLACE = "citizen";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CitizenSeal() {}

  static byte[] seal(DataKey key, Object value) {
    try {
      return key.seal(PLACE, JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static <T> T open(DataKey key, byte[] sealed, Class<T> type) {
    try {
      return JSON.readValue(key.open(PLACE, sealed), type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
