package org.sunlit.citizen;

import static java.util.Objects.requireNonNull;

import org.sunlit.notice.NoticeChoice;

/**
 * What somebody said of themselves: asked once, kept sealed.
 *
 * @param signInName as it was chosen; the telephone number when none was
 * @param name the full name
 * @param identityNumber 居民身份证号 or 统一社会信用代码; null when not given
 * @param phone a mobile number they have proven to hold
 * @param address null when not given
 * @param contactName for an organisation, whom to speak to; null when not given
 * @param choice how they want to be told; null until they say
 */
public record CitizenDetails(
    CitizenKind kind,
    String signInName,
    String name,
    String identityNumber,
    String phone,
    String address,
    String contactName,
    NoticeChoice choice) {
  public CitizenDetails {
    requireNonNull(kind, "kind");
    requireNonNull(signInName, "signInName");
    requireNonNull(name, "name");
    requireNonNull(phone, "phone");
  }

  CitizenDetails reachedAt(String newPhone) {
    // Who signs in with the telephone number goes on doing so with the new one.
    String newName = signInName.equals(phone) ? newPhone : signInName;
    return new CitizenDetails(
        kind, newName, name, identityNumber, newPhone, address, contactName, choice);
  }

  CitizenDetails living(String newAddress, String newContactName) {
    return new CitizenDetails(
        kind, signInName, name, identityNumber, phone, newAddress, newContactName, choice);
  }

  CitizenDetails choosing(NoticeChoice newChoice) {
    return new CitizenDetails(
        kind, signInName, name, identityNumber, phone, address, contactName, newChoice);
  }

  /** How they want to be told. */
  public NoticeChoice choiceOrUsual() {
    return choice == null ? NoticeChoice.USUAL : choice;
  }
}
