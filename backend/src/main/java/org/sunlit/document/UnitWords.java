package org.sunlit.document;

/**
 * What a unit says of its documents; everything but the department may be null.
 *
 * @param department the department's code
 * @param prefix its word in numbers (机关代字)
 * @param reviewAuthority to whom one applies for reconsideration, where it isn't the government
 *     whose department it is (行政复议法第二十七条: units led from above)
 * @param court where one sues, where it isn't the basic court of its place
 */
public record UnitWords(
    String department,
    String prefix,
    String reviewAuthority,
    String reviewAuthorityEn,
    String court,
    String courtEn) {}
