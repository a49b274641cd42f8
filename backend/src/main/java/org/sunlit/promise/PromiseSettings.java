package org.sunlit.promise;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** What a city decides about promises. */
@ConfigMapping(prefix = "sunlit.promise")
interface PromiseSettings {
  /** So many working days before the last day the applicant is reminded. */
  @WithDefault("3")
  int remindDays();

  /** So many working days before the last day a thing counts as due soon in the lists. */
  @WithDefault("3")
  int soonDays();

  /** How long a credit entry counts at least; it counts until it is repaired, too. */
  @WithDefault("P6M")
  Period creditPeriod();

  /** Working days to answer whoever contests an entry. */
  @WithDefault("7")
  int contestDays();

  /** Working days to answer whoever asks for an entry's repair. */
  @WithDefault("10")
  int repairDays();
}
