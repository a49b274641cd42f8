package org.sunlit.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.sunlit.supervision.rules.Parameters;

/** What a city sets of its electronic supervision. */
@ConfigMapping(prefix = "sunlit.supervision")
interface SupervisionSettings {
  /** See {@link Parameters}. */
  @WithDefault("1")
  int remindWorkingDays();

  @WithDefault("3")
  int manyReturns();

  @WithDefault("3")
  int manyNotices();

  @WithDefault("3")
  int manyPauses();

  @WithDefault("60")
  int longestPauseDays();

  /** So long after a deadline it is taken as passed: what was done just in time has come then. */
  @WithDefault("PT5S")
  Duration patience();

  default Parameters parameters() {
    return new Parameters(
        remindWorkingDays(), manyReturns(), manyNotices(), manyPauses(), longestPauseDays());
  }
}
