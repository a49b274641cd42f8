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

  /** See {@link Parameters.Patterns}. */
  Patterns patterns();

  /** What makes a pattern across cases (廉政预警). */
  interface Patterns {
    @WithDefault("60")
    int hurriedSeconds();

    @WithDefault("5")
    int hurriedTimes();

    @WithDefault("30")
    int days();

    @WithDefault("6")
    int sameApplicantTimes();

    @WithDefault("10")
    int turnedAwayTimes();

    @WithDefault("70")
    int turnedAwayPercent();
  }

  /** See {@link Parameters.Outside}. */
  @WithDefault("5")
  int coercedTimes();

  @WithDefault("20")
  int coercedPercent();

  @WithDefault("30")
  int unattendedMinutes();

  /** So long after a deadline it is taken as passed: what was done just in time has come then. */
  @WithDefault("PT5S")
  Duration patience();

  default Parameters parameters() {
    return new Parameters(
        remindWorkingDays(),
        manyReturns(),
        manyNotices(),
        manyPauses(),
        longestPauseDays(),
        new Parameters.Patterns(
            patterns().hurriedSeconds(),
            patterns().hurriedTimes(),
            patterns().days(),
            patterns().sameApplicantTimes(),
            patterns().turnedAwayTimes(),
            patterns().turnedAwayPercent()),
        new Parameters.Outside(coercedTimes(), coercedPercent(), unattendedMinutes()));
  }
}
