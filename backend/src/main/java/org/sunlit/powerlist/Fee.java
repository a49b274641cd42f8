package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One listed fee (收费项目, A15).
 *
 * @param name what is charged for
 * @param standard the standard in words, or null
 * @param amountFen the amount in fen (分) when it is fixed, else null
 * @param basis the document that allows it, or null
 * @param status whether it is asked for today
 */
public record Fee(
    @JsonProperty(required = true) String name,
    String standard,
    Long amountFen,
    String basis,
    @JsonProperty(required = true) FeeStatus status) {}
