package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A region to be known (行政区划).
 *
 * @param code twelve digits
 * @param name its Chinese name
 * @param nameEn its English name, or null
 * @param level city, county, township or village
 * @param parent the code of the region above, known or in the same publication; null for the top
 */
public record RegionDraft(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    String nameEn,
    @JsonProperty(required = true) RegionLevel level,
    String parent) {}
