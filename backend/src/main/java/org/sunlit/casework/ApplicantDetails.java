package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import org.sunlit.casework.rules.Masks;
import org.sunlit.citizen.CitizenDetails;
import org.sunlit.notice.NoticeChoice;

/**
 * Who asks (申请人).
 *
 * @param kind {@code person} or {@code organisation}
 * @param name the full name
 * @param identityNumber 居民身份证号 or 统一社会信用代码; null when not given
 * @param phone where messages go
 * @param address null when not given
 * @param contactName for an organisation, whom to speak to; null when not given
 * @param choice how they want to be told; null when they didn't say
 */
public record ApplicantDetails(
    String kind,
    String name,
    String identityNumber,
    String phone,
    String address,
    String contactName,
    NoticeChoice choice) {
  /** The {@link #kind} of a natural person. */
  public static final String PERSON = "person";

  /** The {@link #kind} of an organisation. */
  public static final String ORGANISATION = "organisation";

  public ApplicantDetails {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(phone, "phone");
  }

  /** Somebody who didn't say how they want to be told. */
  public ApplicantDetails(
      String kind,
      String name,
      String identityNumber,
      String phone,
      String address,
      String contactName) {
    this(kind, name, identityNumber, phone, address, contactName, null);
  }

  /** What stays of an applicant whose data has been deleted. */
  static ApplicantDetails deleted(String kind, String masked) {
    return new ApplicantDetails(kind, masked, null, "", null, null);
  }

  boolean person() {
    return PERSON.equals(kind);
  }

  /** The name as the public may see it. */
  String masked() {
    return person() ? Masks.person(name) : Masks.organisation(name);
  }

  /** An applicant as their account says. */
  public static ApplicantDetails of(CitizenDetails details) {
    return new ApplicantDetails(
        details.kind().code(),
        details.name(),
        details.identityNumber(),
        details.phone(),
        details.address(),
        details.contactName());
  }
}
