package org.sunlit.casework;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseAction;

/**
 * Takes an ended case up again when a second person has agreed that a decision of review, a
 * judgment or the authority itself orders it (重新办理).
 */
@Singleton
class ReopenAct extends ClockAct {
  ReopenAct(
      CaseStore store, CaseBases bases, CaseWriter writer, CalendarService calendars, Clock clock) {
    super(CaseAction.REOPEN, store, bases, writer, calendars, clock);
  }
}
