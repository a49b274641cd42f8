package org.sunlit.report.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long reports are kept.
 *
 * @param unread how long one that nobody has looked at
 * @param closed how long one that is decided
 */
public record Keeping(Period unread, Period closed) {

  /**
   * The day on which a report that came into this state today is destroyed; none while it is at
   * work.
   */
  public Optional<LocalDate> destroyedOn(ReportState state, LocalDate today) {
    return switch (state) {
      case NEW -> Optional.of(today.plus(unread));
      case CLOSED -> Optional.of(today.plus(closed));
      case LOOKING, CLUE, ANSWERED -> Optional.empty();
    };
  }
}
