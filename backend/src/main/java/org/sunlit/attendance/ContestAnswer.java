package org.sunlit.attendance;

import org.sunlit.attendance.rules.DayState;

/**
 * What a supervisor says to it.
 *
 * @param correctedTo what a day becomes when it is upheld; null for everything else
 */
public record ContestAnswer(boolean upheld, DayState correctedTo, String reason) {
  public ContestAnswer {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }
}
