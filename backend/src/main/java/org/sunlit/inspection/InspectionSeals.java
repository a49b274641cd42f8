package org.sunlit.inspection;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/** Where what is said of an inspection is sealed to: every inspection has a key of its own. */
final class InspectionSeals {
  private static final String WORDS = "inspection/words";

  private InspectionSeals() {}

  /** Whose key it is in the vault. */
  static String subject(UUID id) {
    return "inspection/" + id;
  }

  static byte[] words(DataKey key, InspectionRecord.Words words) {
    return key.seal(WORDS, StoredJson.bytes(words));
  }

  static InspectionRecord.Words openWords(DataKey key, byte[] sealed) {
    return StoredJson.read(
        new String(key.open(WORDS, sealed), StandardCharsets.UTF_8), InspectionRecord.Words.class);
  }

  /** Null stays null. */
  static byte[] said(DataKey key, int number, String words) {
    return words == null ? null : key.seal(place(number), words.getBytes(StandardCharsets.UTF_8));
  }

  static String openSaid(DataKey key, int number, byte[] sealed) {
    return sealed == null
        ? null
        : new String(key.open(place(number), sealed), StandardCharsets.UTF_8);
  }

  private static String place(int number) {
    return "inspection_act/" + number;
  }
}
