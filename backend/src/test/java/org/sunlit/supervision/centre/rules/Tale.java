package org.sunlit.supervision.centre.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.sunlit.platform.CityTime;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;

/** Events of a case, told as the journal tells them. */
final class Tale {
  static final String NUMBER = "20261102-000001-0";

  private Tale() {}

  /**
   * An event.
   *
   * @param state of the case after it
   * @param due until when; null while no clock runs
   */
  static Happening event(long place, String kind, String local, String state, Instant due) {
    Instant at = LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
    Told.Happened what =
        new Told.Happened(
            "step", "step", null, null, null, null, null, null, null, List.of(), false);
    Told told =
        new Told(
            what,
            state,
            "ITM-1",
            "dep",
            "990100000000",
            "promised",
            due,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new Happening(place, NUMBER, "case." + kind, at, null, told);
  }
}
