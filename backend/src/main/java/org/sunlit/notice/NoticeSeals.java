package org.sunlit.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sunlit.privacy.DataKey;

/**
 * Seals messages with the key of what they are about: what is shown of one, as the members of a
 * JSON object that lie ready, and apart from it where each goes to, kept only until it has been
 * used.
 */
public final class NoticeSeals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NoticeSeals() {}

  /**
   * Seals {@code recipient} (of an SMS, masked), {@code text} and {@code textEn}, in JSON without
   * braces: what was stored before there was more than one way.
   */
  public static byte[] seal(DataKey key, UUID id, String masked, String text, String textEn) {
    return seal(key, id, masked, Map.of(), new NoticeText(text, textEn), null);
  }

  /** The same with {@code recipients}, masked, by channel. */
  static byte[] seal(DataKey key, UUID id, Notice notice) {
    Map<Channel, String> masked = notice.recipients();
    Map<String, String> recipients = new LinkedHashMap<>();
    masked.forEach((channel, recipient) -> recipients.put(channel.code(), recipient));
    return seal(key, id, masked.get(Channel.SMS), recipients, notice.text(), notice.unsubscribe());
  }

  private static byte[] seal(
      DataKey key,
      UUID id,
      String masked,
      Map<String, String> recipients,
      NoticeText text,
      String unsubscribe) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (masked != null) {
      members.put("recipient", masked);
    }
    if (!recipients.isEmpty()) {
      members.put("recipients", recipients);
    }
    members.put("text", text.chinese());
    members.put("textEn", text.english());
    if (unsubscribe != null) {
      members.put("unsubscribe", unsubscribe);
    }
    try {
      String json = JSON.writeValueAsString(members);
      return key.sealWords(place(id), json.substring(1, json.length() - 1));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The members of a JSON object, without braces. */
  public static String shown(DataKey key, UUID id, byte[] sealed) {
    return key.openWords(place(id), sealed);
  }

  /**
   * What it says.
   *
   * @param unsubscribe null for what nobody has subscribed to
   */
  record Said(NoticeText text, String unsubscribe) {}

  static NoticeText text(DataKey key, UUID id, byte[] sealed) {
    return said(key, id, sealed).text();
  }

  static Said said(DataKey key, UUID id, byte[] sealed) {
    try {
      var members = JSON.readTree("{" + shown(key, id, sealed) + "}");
      return new Said(
          new NoticeText(members.path("text").asText(), members.path("textEn").asText()),
          members.path("unsubscribe").asText(null));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Seals where a delivery goes to; null stays null. */
  public static byte[] recipient(DataKey key, UUID delivery, String recipient) {
    return key.sealWords(place(delivery) + "/recipient", recipient);
  }

  static String openRecipient(DataKey key, UUID delivery, byte[] sealed) {
    return key.openWords(place(delivery) + "/recipient", sealed);
  }

  private static String place(UUID id) {
    return "notice/" + id;
  }
}
