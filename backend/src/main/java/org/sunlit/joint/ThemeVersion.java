package org.sunlit.joint;

import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.joint.rules.JointTheme;

/**
 * One version of a theme.
 *
 * @param code the theme's code
 * @param version 1 for its first
 * @param effectiveFrom its first day; it holds until the next version's
 * @param publishedBy the account that published it
 */
record ThemeVersion(
    String code,
    int version,
    LocalDate effectiveFrom,
    Instant publishedAt,
    String publishedBy,
    JointTheme theme) {}
