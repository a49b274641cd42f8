package org.sunlit.casework;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseAction;

/** Stops a case's clock by hand once a second person has confirmed it (暂停计时). */
@Singleton
class PauseAct extends ClockAct {
  PauseAct(
      CaseStore store, CaseBases bases, CaseWriter writer, CalendarService calendars, Clock clock) {
    super(CaseAction.PAUSE, store, bases, writer, calendars, clock);
  }
}
