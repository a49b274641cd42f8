package org.sunlit.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.board.rules.CarrierHealth;
import org.sunlit.board.rules.CarrierKind;
import org.sunlit.board.rules.CarrierState;
import org.sunlit.platform.Coded;

/**
 * A carrier as the register has it, with the names of who answers for it.
 *
 * @param seenAt when its device was heard of last
 * @param silentSince since when it is reported as silent or without news
 * @param postingDueOn the last day to change it by hand
 */
record CarrierRow(
    String code,
    CarrierForm form,
    int version,
    LocalDate registeredOn,
    boolean paired,
    Instant seenAt,
    Beat beat,
    Instant silentSince,
    LocalDate postedOn,
    String postedBy,
    LocalDate postingDueOn,
    Named department,
    Named person,
    String personTitle) {

  /** What a device said of itself. */
  record Beat(String version, String shows, int dataAgeSeconds) {}

  /** A name in both languages; the English one can be missing. */
  record Named(String name, String nameEn) {}

  CarrierKind kind() {
    return Coded.of(CarrierKind.class, form.kind());
  }

  /** How it is now. */
  CarrierState state(CarrierHealth health, Instant now, LocalDate today) {
    if (form.closed()) {
      return CarrierState.CLOSED;
    }
    if (!kind().device()) {
      return CarrierHealth.posted(postingDueOn, today);
    }
    return health.device(
        paired ? seenAt : null,
        beat == null ? null : Duration.ofSeconds(beat.dataAgeSeconds()),
        now);
  }
}
