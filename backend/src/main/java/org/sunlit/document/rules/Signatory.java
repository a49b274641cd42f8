package org.sunlit.document.rules;

/**
 * Who acted, and so set the seal to what follows (用印人).
 *
 * @param account null when the applicant acted and the seal was set by the system
 * @param name null likewise
 * @param nameEn may be null
 * @param post code of the post acted in; null for none
 * @param postName its Chinese name; null for none
 * @param postNameEn its English name; may be null
 * @param confirmedBy the account of the second person (双人复核); null for none
 */
public record Signatory(
    String account,
    String name,
    String nameEn,
    String post,
    String postName,
    String postNameEn,
    String confirmedBy) {}
