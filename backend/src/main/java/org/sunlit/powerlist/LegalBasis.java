package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What lets the authority do it (法定依据): no power without a law (A4, A7).
 *
 * @param law the law's full name
 * @param article the article, such as 第三十五条, or null
 * @param text the article's words, or null
 */
public record LegalBasis(@JsonProperty(required = true) String law, String article, String text) {}
