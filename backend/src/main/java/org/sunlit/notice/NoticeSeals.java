package org.sunlit.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sunlit.privacy.DataKey;

/**
 * Seals messages with the key of what they are about: what is shown of one, as the members of a
 * JSON object that lie ready, and apart from it the number it goes to, kept only until it has been
 * used.
 */
public final class NoticeSeals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NoticeSeals() {}

  /** Seals {@code recipient} (masked), {@code text} and {@code textEn}, in JSON without braces. */
  public static byte[] seal(DataKey key, UUID id, String masked, String text, String textEn) {
    Map<String, String> members = new LinkedHashMap<>();
    if (masked != null) {
      members.put("recipient", masked);
    }
    members.put("text", text);
    members.put("textEn", textEn);
    try {
      String json = JSON.writeValueAsString(members);
      return key.seal(
          place(id), json.substring(1, json.length() - 1).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The members of a JSON object, without braces. */
  public static String shown(DataKey key, UUID id, byte[] sealed) {
    return new String(key.open(place(id), sealed), StandardCharsets.UTF_8);
  }

  /** What an SMS says. */
  static String text(DataKey key, UUID id, byte[] sealed) {
    try {
      return JSON.readTree("{" + shown(key, id, sealed) + "}").path("text").asText();
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Seals the number a message goes to; null stays null. */
  public static byte[] recipient(DataKey key, UUID id, String telephone) {
    return telephone == null
        ? null
        : key.seal(place(id) + "/recipient", telephone.getBytes(StandardCharsets.UTF_8));
  }

  static String openRecipient(DataKey key, UUID id, byte[] sealed) {
    return new String(key.open(place(id) + "/recipient", sealed), StandardCharsets.UTF_8);
  }

  private static String place(UUID id) {
    return "notice/" + id;
  }
}
