package org.sunlit.powerlist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An import as stored.
 *
 * @param status the contract's word
 * @param result null until it is done
 * @param mapping header to field name, null until the headers are read
 * @param errors the first of {@code errorCount}
 */
record ImportRecord(
    UUID id,
    String fileName,
    boolean dryRun,
    String status,
    Instant startedAt,
    Instant finishedAt,
    String startedBy,
    int done,
    int total,
    PublishResult result,
    Map<String, String> mapping,
    List<String> unknownColumns,
    int errorCount,
    List<ImportError> errors) {
  /** Just asked for. */
  static ImportRecord waiting(ImportRequest request, Instant now) {
    return new ImportRecord(
        request.id(),
        request.fileName(),
        request.dryRun(),
        "waiting",
        now,
        null,
        request.startedBy(),
        0,
        0,
        null,
        null,
        List.of(),
        0,
        List.of());
  }
}
