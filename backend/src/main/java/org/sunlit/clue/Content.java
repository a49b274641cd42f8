package org.sunlit.clue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sunlit.clue.rules.ClueRules.Concern;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/**
 * What was brought, about whom and by whom, as it is sealed.
 *
 * @param department where it happened; null for the discipline office itself
 * @param person the name of whom it is about; null when nobody is named
 * @param account theirs, where there is exactly one of that name in the department; else null
 * @param post 岗位 in words; may be null
 * @param bringer the name of who brought it 举报人; null when they gave none
 * @param reference of the complaint, card or the like it was handed over from
 */
record Content(
    String title,
    String text,
    String department,
    String person,
    String account,
    String post,
    String bringer,
    String phone,
    String reference) {
  private static final String PLACE = "clue/content";

  byte[] seal(DataKey key) {
    return key.seal(PLACE, StoredJson.bytes(this));
  }

  static Content open(DataKey key, byte[] sealed) {
    return StoredJson.read(key.openWords(PLACE, sealed), Content.class);
  }

  Concern concern() {
    return new Concern(account, department);
  }

  /** Whoever brought it, so that they can be found where they stand in a text. */
  List<String> bringers() {
    return named(bringer, phone);
  }

  /** Everybody it names. */
  List<String> everybody() {
    return named(bringer, phone, person);
  }

  private static List<String> named(String... values) {
    return Stream.of(values).filter(Objects::nonNull).filter(value -> value.length() >= 2).toList();
  }
}
