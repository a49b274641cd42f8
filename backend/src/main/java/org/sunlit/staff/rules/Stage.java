package org.sunlit.staff.rules;

import java.time.Instant;
import org.sunlit.identity.Span;

/** Where a span lies, seen from a moment. */
public enum Stage {
  UPCOMING("upcoming"),
  CURRENT("current"),
  OVER("over");

  private final String code;

  Stage(String code) {
    this.code = code;
  }

  /** The word of the contract. */
  public String code() {
    return code;
  }

  /** Where this span lies. */
  public static Stage of(Span span, Instant now) {
    if (span.covers(now)) {
      return CURRENT;
    }
    return span.from() != null && now.isBefore(span.from()) && !span.from().equals(span.until())
        ? UPCOMING
        : OVER;
  }
}
