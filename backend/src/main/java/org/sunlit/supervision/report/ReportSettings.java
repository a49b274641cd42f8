package org.sunlit.supervision.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is told of reports, and when they are made ({@code docs/operations.md}). */
@ConfigMapping(prefix = "sunlit.supervision.report")
interface ReportSettings {
  /** Everybody with one of these roles is told; they should be able to read reports. */
  @WithDefault("supervisor,chiefRepresentative")
  List<String> roles();

  /** And these accounts besides. */
  Optional<List<String>> accounts();

  /** So long after the end of a period everything that happened in it has been written down. */
  @WithDefault("PT10M")
  Duration patience();
}
