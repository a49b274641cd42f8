package org.sunlit.disclosure.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.platform.Coded;

/** Whether a document is in force 规范性文件的效力 (A18). */
public enum Validity implements Coded {
  /** 尚未施行. */
  AHEAD("ahead"),
  /** 继续有效. */
  IN_FORCE("inForce"),
  /** 失效: its time has run out. */
  EXPIRED("expired"),
  /** 废止. */
  REPEALED("repealed"),
  /** 被替代. */
  REPLACED("replaced");

  private final String code;

  Validity(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The validity on a day; none for what is no document.
   *
   * @param effectiveOn the first day; null for what is no document
   * @param expiresOn the last day, or null
   * @param repealedOn the day from which it is repealed, or null
   * @param replacedBy what takes its place from that day on, or null
   */
  public static Optional<Validity> on(
      LocalDate day,
      LocalDate effectiveOn,
      LocalDate expiresOn,
      LocalDate repealedOn,
      String replacedBy) {
    if (effectiveOn == null) {
      return Optional.empty();
    }
    if (repealedOn != null && !day.isBefore(repealedOn)) {
      return Optional.of(replacedBy == null ? REPEALED : REPLACED);
    }
    if (expiresOn != null && day.isAfter(expiresOn)) {
      return Optional.of(EXPIRED);
    }
    return Optional.of(day.isBefore(effectiveOn) ? AHEAD : IN_FORCE);
  }
}
