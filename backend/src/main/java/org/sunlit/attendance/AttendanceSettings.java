package org.sunlit.attendance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.sunlit.place.rules.Hours;

/**
 * What a city decides about attendance 考勤. The sources don't say how many minutes: these are
 * Sunlit's own defaults ({@code docs/operations.md}).
 */
@ConfigMapping(prefix = "sunlit.attendance")
interface AttendanceSettings {
  /** So much later than opening, or earlier than closing, is nobody's fault. */
  @WithDefault("PT10M")
  Duration grace();

  /** Whoever has part A of a post with one of these codes is expected. */
  @WithDefault("window,township")
  Set<String> posts();

  /** So long nobody is at a window in its hours, and the journal is told of it. */
  @WithDefault("PT30M")
  Duration unattendedAfter();

  /** When a place opens of which no hours are kept. */
  @WithDefault("09:00")
  LocalTime opens();

  @WithDefault("17:00")
  LocalTime closes();

  default Hours usualHours() {
    return new Hours(List.of(new Hours.Span(opens(), closes())));
  }
}
