package org.sunlit.casework;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseAction;

/** Gives a case more days, once, when a second person has agreed (延长期限, 行政许可法第四十二条). */
@Singleton
class ExtendAct extends ClockAct {
  ExtendAct(
      CaseStore store, CaseBases bases, CaseWriter writer, CalendarService calendars, Clock clock) {
    super(CaseAction.EXTEND, store, bases, writer, calendars, clock);
  }
}
