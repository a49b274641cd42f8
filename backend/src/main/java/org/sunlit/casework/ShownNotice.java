package org.sunlit.casework;

import java.time.Instant;

/** A message to the applicant as it may be shown (C3). */
record ShownNotice(
    String channel,
    String recipient,
    String text,
    String textEn,
    Instant createdAt,
    String status) {}
