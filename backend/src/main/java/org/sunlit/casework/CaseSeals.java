package org.sunlit.casework;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.DataKey;

/**
 * Seals what is personal in a case with the case's key, and opens it again (ADR 0074). Each value
 * is bound to its place: one put into another row doesn't open.
 */
final class CaseSeals {
  private static final String APPLICANT = "case_applicant";
  private static final String VIEW = "case_view";

  /** Who asks and what about. */
  record Personal(ApplicantDetails applicant, String subject) {}

  /** What was said with an event. */
  record Said(String reason, List<String> missing) {}

  /**
   * How a file is called.
   *
   * @param sha256 the hash of its bytes, in hex
   * @param origin what it was taken over from; null when it was handed in
   */
  record Label(String fileName, String sha256, MaterialOrigin origin) {}

  /** What a person is found by. */
  record Token(String kind, String token) {}

  private CaseSeals() {}

  static String seal(DataKey key, Personal personal) {
    return key.sealText(APPLICANT, StoredJson.write(personal));
  }

  static Personal personal(DataKey key, String sealed) {
    return StoredJson.read(key.openText(APPLICANT, sealed), Personal.class);
  }

  /** The words of an event, sealed; null when there are none. */
  static String said(DataKey key, CaseEvent event) {
    return event.hasWords()
        ? key.sealText(
            place(event.number()),
            StoredJson.write(
                new Said(
                    event.reason(), event.missing().stream().map(MissingMaterial::what).toList())))
        : null;
  }

  /** The event with its words. */
  static CaseEvent event(DataKey key, CaseEvent wordless, String sealed) {
    if (sealed == null || key == null) {
      return wordless;
    }
    Said said = StoredJson.read(key.openText(place(wordless.number()), sealed), Said.class);
    return wordless.saying(said.reason(), said.missing() == null ? List.of() : said.missing());
  }

  static String seal(DataKey key, UUID material, Label label) {
    return key.sealText(place(material), StoredJson.write(label));
  }

  static Label label(DataKey key, UUID material, String sealed) {
    return StoredJson.read(key.openText(place(material), sealed), Label.class);
  }

  static Label label(DataKey key, UUID material, byte[] sealed) {
    return StoredJson.read(key.openWords(place(material), sealed), Label.class);
  }

  static String wrap(DataKey key, UUID material, DataKey file) {
    return Base64.getEncoder().encodeToString(key.wrap(place(material) + "/key", file));
  }

  static DataKey fileKey(DataKey key, UUID material, byte[] wrapped) {
    return key.unwrap(place(material) + "/key", UploadSeals.subject(material), wrapped);
  }

  static byte[] view(DataKey key, byte[] said) {
    return key.seal(VIEW, said);
  }

  static byte[] openView(DataKey key, byte[] sealed) {
    return key.open(VIEW, sealed);
  }

  /** What the applicant, and for an organisation whom to speak to, is found by. */
  static List<Token> tokens(BlindTokens blind, ApplicantDetails applicant) {
    List<Token> tokens = new ArrayList<>();
    add(tokens, blind, BlindTokens.Kind.NAME, applicant.name());
    add(tokens, blind, BlindTokens.Kind.NAME, applicant.contactName());
    add(tokens, blind, BlindTokens.Kind.IDENTITY_NUMBER, applicant.identityNumber());
    add(tokens, blind, BlindTokens.Kind.PHONE, applicant.phone());
    return tokens;
  }

  private static void add(
      List<Token> tokens, BlindTokens blind, BlindTokens.Kind kind, String value) {
    if (value != null && !value.isBlank()) {
      tokens.add(new Token(kind.code(), Base64.getEncoder().encodeToString(blind.of(kind, value))));
    }
  }

  private static String place(int event) {
    return "case_event/" + event;
  }

  private static String place(UUID material) {
    return "case_material/" + material;
  }
}
