package org.sunlit.clue;

import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/**
 * What was written in an act, as it is sealed.
 *
 * @param words within the office; null when nothing was said
 * @param letter what the person it is about is told; null for nothing
 * @param feedback what whoever brought it is told; null for nothing
 */
record Texts(String words, String letter, String feedback) {
  static final Texts NONE = new Texts(null, null, null);

  static Texts of(String words) {
    return new Texts(words, null, null);
  }

  byte[] seal(DataKey key, int act) {
    return equals(NONE) ? null : key.seal(place(act), StoredJson.bytes(this));
  }

  static Texts open(DataKey key, int act, byte[] sealed) {
    return sealed == null ? NONE : StoredJson.read(key.openWords(place(act), sealed), Texts.class);
  }

  private static String place(int act) {
    return "clue_act/" + act;
  }
}
