package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A department to be known (实施主体). One that is known already by its code takes the new texts; null
 * leaves what is known.
 *
 * @param code its main code
 * @param name its Chinese name
 * @param nameEn its English name, or null
 * @param shortName what people call it, or null
 * @param shortNameEn the same in English, or null
 * @param region code of the region it works for
 * @param telephone for questions, or null
 * @param supervisionTelephone for complaints, or null
 * @param address where it is, or null
 * @param addressEn the same in English, or null
 * @param duty what it is for (职责), or null
 * @param dutyEn the same in English, or null
 */
public record DepartmentDraft(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    String nameEn,
    String shortName,
    String shortNameEn,
    @JsonProperty(required = true) String region,
    String telephone,
    String supervisionTelephone,
    String address,
    String addressEn,
    String duty,
    String dutyEn) {
  /** A department of which only this is known. */
  static DepartmentDraft named(String code, String name, String region) {
    return new DepartmentDraft(
        code, name, null, null, null, region, null, null, null, null, null, null);
  }
}
