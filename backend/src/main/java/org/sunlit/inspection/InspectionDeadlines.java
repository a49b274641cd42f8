package org.sunlit.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.inspection.rules.InspectionStanding;

/** Until when a department has to answer, counted in working days. */
@ApplicationScoped
class InspectionDeadlines {
  private final CalendarService calendars;

  InspectionDeadlines(CalendarService calendars) {
    this.calendars = calendars;
  }

  /** The deadline of the answer with its derivation; empty when none is awaited. */
  Optional<Derivation> running(InspectionStanding inspection) {
    return Optional.ofNullable(inspection.awaited())
        .map(
            awaited ->
                DeadlineFold.fold(
                    List.of(ClockEvent.start(awaited.since())),
                    new Limit(awaited.days(), LimitUnit.WORKING_DAYS),
                    calendars.current(),
                    List.of()));
  }

  /** The last day for the answer; empty when none is awaited. */
  Optional<LocalDate> dueOn(InspectionStanding inspection) {
    return running(inspection).map(derivation -> derivation.dueDate().orElseThrow());
  }
}
