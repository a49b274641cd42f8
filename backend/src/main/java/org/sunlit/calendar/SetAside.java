package org.sunlit.calendar;

import java.util.Objects;

/**
 * An event the fold did not follow, and why. Nothing is silently dropped: supervisors see that
 * somebody tried.
 *
 * @param event the event as recorded
 * @param why the rule that sets it aside
 */
public record SetAside(ClockEvent event, Why why) {
  public SetAside {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(why, "why");
  }

  /** The rule that sets an event aside. */
  public enum Why {
    /** The clock had not started. */
    NOT_STARTED,
    /** A clock starts once; nothing resets it. */
    ALREADY_STARTED,
    /** The clock already stands still; the first resume sets it going again. */
    ALREADY_PAUSED,
    /** There is no pause to end. */
    NOT_PAUSED,
    /** 行政许可法第四十二条 allows one extension. */
    ALREADY_EXTENDED,
    /** An extension in another unit cannot be added to the limit. */
    OTHER_UNIT,
    /** The limit had run out; neither pause nor extension brings it back. */
    RUN_OUT,
    /** The clock had stopped for good. */
    ALREADY_STOPPED
  }
}
