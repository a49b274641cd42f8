package org.sunlit.inspection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a city decides about its inspections. */
@ConfigMapping(prefix = "sunlit.inspection")
interface InspectionSettings {
  /** An A-risk post is inspected every so many months. */
  @WithDefault("6")
  int riskPostMonths();

  /** Working days for the next answer of a department, when nothing else is said. */
  @WithDefault("5")
  int returnDays();
}
