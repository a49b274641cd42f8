package org.sunlit.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How briskly a case is handled. */
enum Pace {
  @JsonProperty("quick")
  QUICK,
  @JsonProperty("typical")
  TYPICAL,
  @JsonProperty("slow")
  SLOW
}
