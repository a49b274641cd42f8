package org.sunlit.inforequest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/**
 * What somebody asks for and who they are, as it is sealed (政府信息公开条例第二十九条第二款).
 *
 * @param contact whom to ask for in an organisation; may be null
 * @param form in what form they want it, such as {@code paper}
 * @param way by which way, such as {@code post}
 * @param account whose inbox they are told in; null for guests
 */
record Content(
    String name,
    String identityNumber,
    String contact,
    String phone,
    String email,
    String address,
    String title,
    String description,
    String form,
    String way,
    String account) {
  private static final String PLACE = "info_request/content";

  byte[] seal(DataKey key) {
    return key.seal(PLACE, StoredJson.bytes(this));
  }

  static Content open(DataKey key, byte[] sealed) {
    return StoredJson.read(key.openWords(PLACE, sealed), Content.class);
  }

  /** What the applicant gave of themselves, so that it can be found where it stands in a text. */
  List<String> own() {
    return Stream.of(name, identityNumber, contact, phone, email, address)
        .filter(Objects::nonNull)
        .filter(value -> value.length() >= 2)
        .toList();
  }
}
