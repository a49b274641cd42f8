package org.sunlit.complaint;

import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/**
 * What somebody wrote, as it is sealed.
 *
 * @param name null when anonymous
 * @param phone null when anonymous
 * @param place where it is, in the writer's words; may be null
 */
record Content(String subject, String text, String name, String phone, String place) {
  private static final String PLACE = "complaint/content";
  private static final String HIDDEN = "＊＊";

  byte[] seal(DataKey key) {
    return key.seal(PLACE, StoredJson.bytes(this));
  }

  static Content open(DataKey key, byte[] sealed) {
    return StoredJson.read(key.openWords(PLACE, sealed), Content.class);
  }

  /** Without the name and telephone of the writer, also where they stand in the text. */
  Content withoutWriter() {
    return new Content(hide(subject), hide(text), null, null, hide(place));
  }

  /** A text without the writer's name and telephone. */
  String hide(String said) {
    return hide(hide(said, name), phone);
  }

  private static String hide(String said, String what) {
    return said == null || what == null || what.length() < 2 ? said : said.replace(what, HIDDEN);
  }
}
