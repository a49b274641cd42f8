package org.sunlit.casework;

import java.time.Instant;
import java.util.UUID;

/** A material of a case, without its bytes. */
record StoredMaterial(
    UUID id,
    int eventNumber,
    String code,
    String fileName,
    String contentType,
    long size,
    String sha256,
    Instant receivedAt) {}
