package org.sunlit.confirmation;

import static java.util.Objects.requireNonNull;

/**
 * Something that needs a second person.
 *
 * @param kind the kind of a {@link ConfirmedAct}
 * @param subject what it is about, such as a case number; has one open request of a kind at most
 * @param departmentCode whose matter it is; null when no department's
 * @param regionCode where it belongs; null for the whole city
 * @param reason why; kept sealed with the key of the subject; null when the payload has it
 * @param payload a JSON document that the act reads when it is carried out; no personal data
 */
public record WantedConfirmation(
    String kind,
    String subject,
    String departmentCode,
    String regionCode,
    String reason,
    String payload) {
  public WantedConfirmation {
    requireNonNull(kind, "kind");
    requireNonNull(subject, "subject");
    requireNonNull(payload, "payload");
  }
}
