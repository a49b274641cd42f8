package org.sunlit.casework;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseAction;

/**
 * Puts a case into the green channel when a second person has agreed (绿色通道, B11): who handles it
 * can't give that alone.
 */
@Singleton
class GreenAct extends ClockAct {
  GreenAct(
      CaseStore store, CaseBases bases, CaseWriter writer, CalendarService calendars, Clock clock) {
    super(CaseAction.MARK_GREEN, store, bases, writer, calendars, clock);
  }
}
