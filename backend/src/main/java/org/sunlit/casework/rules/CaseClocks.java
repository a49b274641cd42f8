package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.Limit;

/**
 * The three clocks of a case while its events are folded: of the answer whether it is accepted, of
 * the promised limit, and of issuing what was granted.
 */
final class CaseClocks {
  private final List<ClockEvent> acceptance = new ArrayList<>();
  private final List<ClockEvent> decision = new ArrayList<>();
  private final List<ClockEvent> issuance = new ArrayList<>();

  List<ClockEvent> acceptance() {
    return acceptance;
  }

  List<ClockEvent> decision() {
    return decision;
  }

  List<ClockEvent> issuance() {
    return issuance;
  }

  /** From here on an answer is awaited, whatever was before. */
  void awaitAnswer(Instant from) {
    acceptance.clear();
    acceptance.add(ClockEvent.start(from));
  }

  /** Nobody waits for an answer: it is the applicant's turn, or it has been given. */
  void awaitNoAnswer() {
    acceptance.clear();
  }

  /**
   * @param from when the promised limit begins to run
   */
  void accept(Instant from) {
    acceptance.clear();
    decision.add(ClockEvent.start(from));
  }

  /** What was granted is to be issued from here on. */
  void decide(Instant at) {
    issuance.add(ClockEvent.start(at));
  }

  void extend(Instant at, Limit by) {
    decision.add(ClockEvent.extend(at, by));
  }

  /** The clock of the promised limit stands still, or goes on. */
  void tick(ClockEvent event) {
    decision.add(event);
  }

  /**
   * All clocks are new ones.
   *
   * @param accepted whether the case was; else an answer is awaited again
   * @param decided whether a decision stands, so that what it granted is to be issued
   */
  void beginAgain(Instant from, boolean accepted, boolean decided) {
    acceptance.clear();
    decision.clear();
    issuance.clear();
    (accepted ? decision : acceptance).add(ClockEvent.start(from));
    if (accepted && decided) {
      issuance.add(ClockEvent.start(from));
    }
  }

  void end(Instant at) {
    acceptance.clear();
    decision.add(ClockEvent.stop(at));
    if (!issuance.isEmpty()) {
      issuance.add(ClockEvent.stop(at));
    }
  }
}
