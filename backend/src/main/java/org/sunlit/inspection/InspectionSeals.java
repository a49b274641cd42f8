package org.sunlit.inspection;

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
    return StoredJson.read(key.openWords(WORDS, sealed), InspectionRecord.Words.class);
  }

  /** Null stays null. */
  static byte[] said(DataKey key, int number, String words) {
    return key.sealWords(place(number), words);
  }

  static String openSaid(DataKey key, int number, byte[] sealed) {
    return key.openWords(place(number), sealed);
  }

  private static String place(int number) {
    return "inspection_act/" + number;
  }
}
