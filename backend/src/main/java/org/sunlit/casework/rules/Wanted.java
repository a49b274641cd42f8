package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.List;
import org.sunlit.powerlist.flow.FlowStep;

/**
 * A command that is possible as a case stands, while it is ruled on.
 *
 * @param at when it happens
 * @param matter what the case is about
 * @param step in which step
 * @param lacks what has been found wanting in the command so far
 */
record Wanted(
    Standing standing,
    CaseCommand command,
    Possible possible,
    Instant at,
    Matter matter,
    FlowStep step,
    List<Lack> lacks) {
  void lack(Lack lack) {
    lacks.add(lack);
  }

  /** The step to go back to: the one that is named, else the one before. */
  String earlierStep() {
    String target = command.toStep() == null ? possible.returnTo().get(0) : command.toStep();
    if (!possible.returnTo().contains(target)) {
      String known = String.join(", ", possible.returnTo());
      lack(Lack.of("/toStep", Lack.Code.RETURN_NOT_POSSIBLE, known));
    }
    return target;
  }

  /** It happens and the case stays where it is. */
  CaseEvent staying(CaseEventKind kind) {
    return event(kind, null, null);
  }

  /** It happens and the case goes there. */
  CaseEvent going(CaseEventKind kind, String toStep, String outcome) {
    return event(kind, toStep, outcome).undoing(Undoing.by(standing, step.id(), toStep, outcome));
  }

  CaseEvent event(CaseEventKind kind, String toStep, String outcome) {
    return CaseEvent.of(standing.version() + 1, kind, at, step.id(), toStep, outcome);
  }
}
