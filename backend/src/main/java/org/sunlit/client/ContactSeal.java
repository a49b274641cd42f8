package org.sunlit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.sunlit.privacy.DataKey;

/** Whom to speak to about an application, sealed with a key of the application's own. */
final class ContactSeal {
  private static final String PLACE = "client";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A person and how to reach them.
   *
   * @param contact a telephone number or an address
   */
  record Contact(String contactName, String contact) {}

  private ContactSeal() {}

  /** The vault's subject for an application. */
  static String subject(UUID client) {
    return "client/" + client;
  }

  static byte[] seal(DataKey key, Contact contact) {
    try {
      return key.seal(PLACE, JSON.writeValueAsBytes(contact));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Contact open(DataKey key, byte[] sealed) {
    try {
      return JSON.readValue(key.open(PLACE, sealed), Contact.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
