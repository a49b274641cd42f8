package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
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
  /**
   * The {@link #outcome} of a stay that was cut short, because what was done in parallel was sent
   * back or the case ended.
   */
  public static final String UNDONE = "undone";

  public StepVisit {
    clock = List.copyOf(clock);
  }

  /** Whether the case is here now. */
  public boolean live() {
    return leftAt == null;
  }

  /** The same stay, in the step that stands for this one in another flow. */
  StepVisit in(String otherStep, int times) {
    return new StepVisit(otherStep, times, enteredAt, leftAt, outcome, by, clock);
  }

  StepVisit ticking(ClockEvent event) {
    List<ClockEvent> longer = new ArrayList<>(clock);
    longer.add(event);
    return new StepVisit(stepId, visit, enteredAt, leftAt, outcome, by, longer);
  }

  StepVisit leaving(Instant at, String way, Handler handler) {
    StepVisit stopped = ticking(ClockEvent.stop(at));
    return new StepVisit(stepId, visit, enteredAt, at, way, handler, stopped.clock());
  }
}
