package org.sunlit.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A day as the statutory calendar sees it, with the reason.
 *
 * @param date the day in Asia/Shanghai
 * @param kind what the day is
 * @param declared the notice's words for it, for a holiday or a make-up day; empty for the rest
 * @param provisional true when an announcement still to come can change what the day is
 */
public record StatutoryDay(
    LocalDate date, DayKind kind, Optional<DeclaredDay> declared, boolean provisional) {
  public StatutoryDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(declared, "declared");
  }

  /** Whether it counts toward a limit in working days (行政许可法第八十二条). */
  public boolean working() {
    return kind.working();
  }
}
