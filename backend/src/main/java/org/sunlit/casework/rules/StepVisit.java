package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.List;
import org.sunlit.calendar.ClockEvent;

/**
 * One stay of a case in a step (环节经过).
 *
 * @param stepId the step
 * @param visit 1 for the first time here; more after a return
 * @param enteredAt when it came
 * @param leftAt when it left; null while it is here
 * @param outcome by which way it left; null while it is here
 * @param by who let it go on; null while it is here
 * @param clock the events of this stay's own clock
 */
public record StepVisit(
    String stepId,
    int visit,
    Instant enteredAt,
    Instant leftAt,
    String outcome,
    Handler by,
    List<ClockEvent> clock) {
  public StepVisit {
    clock = List.copyOf(clock);
  }
}
