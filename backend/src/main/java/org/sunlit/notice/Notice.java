package org.sunlit.notice;

import static java.util.Objects.requireNonNull;

/**
 * A message to an applicant (C3).
 *
 * @param subjectId the case it is about
 * @param telephone a mobile number for an SMS; null for a message that is only shown with the case
 * @param text in Chinese, as it is sent
 * @param textEn the same in English, as the page shows it
 */
public record Notice(String subjectId, String telephone, String text, String textEn) {

  public Notice {
    requireNonNull(subjectId, "subjectId");
    requireNonNull(text, "text");
    requireNonNull(textEn, "textEn");
  }

  String channel() {
    return telephone == null ? "inApp" : "sms";
  }

  /** The number as others may see it: its first three and last four digits. */
  String maskedTelephone() {
    if (telephone == null) {
      return null;
    }
    int hidden = Math.max(0, telephone.length() - 7);
    return hidden == 0
        ? "*".repeat(telephone.length())
        : telephone.substring(0, 3) + "*".repeat(hidden) + telephone.substring(3 + hidden);
  }
}
