package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.sunlit.calendar.ClockEvent;

/** The stays of a case in its steps, while its events are folded. */
final class Stays {
  private final List<StepVisit> visits = new ArrayList<>();

  List<StepVisit> all() {
    return visits;
  }

  /** Those that haven't ended. */
  List<StepVisit> live() {
    return visits.stream().filter(StepVisit::live).toList();
  }

  /** The case is handed in: the start has no clock. */
  void begin(String stepId, Instant at) {
    visits.add(new StepVisit(stepId, 1, at, null, null, null, List.of()));
  }

  void arrive(String stepId, Instant at) {
    visits.add(
        new StepVisit(
            stepId, timesIn(stepId) + 1, at, null, null, null, List.of(ClockEvent.start(at))));
  }

  /** Comes and goes in the same moment, where nobody acts. */
  void pass(String stepId, Instant at) {
    arrive(stepId, at);
    int last = visits.size() - 1;
    visits.set(last, visits.get(last).leaving(at, null, null));
  }

  void change(Predicate<StepVisit> which, UnaryOperator<StepVisit> change) {
    visits.replaceAll(visit -> which.test(visit) ? change.apply(visit) : visit);
  }

  /** Puts each stay into the step of another flow that stands for its own; others fall away. */
  void moveTo(Map<String, String> steps) {
    List<StepVisit> former = List.copyOf(visits);
    visits.clear();
    for (StepVisit visit : former) {
      String stepId = steps.get(visit.stepId());
      if (stepId != null) {
        visits.add(visit.in(stepId, timesIn(stepId) + 1));
      }
    }
  }

  private int timesIn(String stepId) {
    return (int) visits.stream().filter(visit -> visit.stepId().equals(stepId)).count();
  }
}
