package org.sunlit.project;

import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.project.rules.ProjectPath;

/**
 * A version of a path, as it is stored.
 *
 * @param code the path's code
 * @param version 1 for its first
 * @param effectiveFrom its first day; it holds until the next version's
 * @param publishedBy the account that published it
 */
record PathVersion(
    String code,
    int version,
    LocalDate effectiveFrom,
    Instant publishedAt,
    String publishedBy,
    ProjectPath path) {}
