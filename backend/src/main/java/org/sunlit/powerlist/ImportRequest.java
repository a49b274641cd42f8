package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * An import as asked for.
 *
 * @param id the import
 * @param fileName as it was called, for showing only
 * @param file its bytes
 * @param mapping header to field name; empty for usual headers
 * @param dryRun whether nothing is to be written
 * @param effectiveFrom from when changed rows apply
 * @param regionName what to call a region that isn't known yet, or null
 * @param startedBy who asked
 * @param rights which items they may change
 */
record ImportRequest(
    UUID id,
    String fileName,
    byte[] file,
    Map<String, String> mapping,
    boolean dryRun,
    LocalDate effectiveFrom,
    String regionName,
    String startedBy,
    EditRights rights) {}
