package org.sunlit.casework;

import java.util.function.Function;
import org.sunlit.platform.Coded;

/** What is masked of an applicant. */
enum PersonalField implements Coded {
  NAME("name", ApplicantDetails::name),
  IDENTITY_NUMBER("identityNumber", ApplicantDetails::identityNumber),
  PHONE("phone", ApplicantDetails::phone),
  ADDRESS("address", ApplicantDetails::address),
  CONTACT_NAME("contactName", ApplicantDetails::contactName);

  private final String code;
  private final Function<ApplicantDetails, String> value;

  PersonalField(String code, Function<ApplicantDetails, String> value) {
    this.code = code;
    this.value = value;
  }

  /** The name the API and the database use. */
  @Override
  public String code() {
    return code;
  }

  /** The plain value; may be null. */
  String of(ApplicantDetails applicant) {
    return value.apply(applicant);
  }
}
