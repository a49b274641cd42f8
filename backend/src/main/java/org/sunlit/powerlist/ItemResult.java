package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the applicant gets in the end (办理结果), such as a certificate.
 *
 * @param name its Chinese name
 * @param nameEn its English name, or null
 */
public record ItemResult(@JsonProperty(required = true) String name, String nameEn) {}
