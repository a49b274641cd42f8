package org.sunlit.casework.rules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.Statutes;
import org.sunlit.calendar.WorkingCalendar;

/**
 * When a case and its steps are due (C7): folded from its events, so nothing but an event can move
 * it.
 *
 * @param deadline the clock that counts now, day by day: acceptance before it, the promised limit
 *     after it, after a grant the time to issue the licence when that ends sooner; empty while the
 *     applicant has to supplement
 * @param stepDueAt when the current step should be done, of several the first; empty when none has
 *     a limit of its own or the clock stands still
 */
public record CaseDeadlines(Optional<Derivation> deadline, Optional<Instant> stepDueAt) {
  /** The deadlines of a case as it stands. */
  public static CaseDeadlines of(Standing standing, CaseTerms terms, WorkingCalendar calendar) {
    return new CaseDeadlines(running(standing, terms, calendar), stepDueAt(standing, calendar));
  }

  /** When the case is due; empty while no clock runs. */
  public Optional<Instant> dueAt() {
    return deadline.flatMap(Derivation::dueAt).map(OffsetDateTime::toInstant);
  }

  /** Whether an announcement of the State Council still to come can move it. */
  public boolean provisional() {
    return deadline.map(Derivation::provisional).orElse(false);
  }

  /** When a stay in a step is or was due, if the step has a limit. */
  public static Optional<Instant> stepDueAt(
      StepVisit visit, Limit limit, WorkingCalendar calendar) {
    if (limit == null || visit.clock().isEmpty()) {
      return Optional.empty();
    }
    return DeadlineFold.fold(visit.clock(), limit, calendar, List.of())
        .dueAt()
        .map(OffsetDateTime::toInstant);
  }

  private static Optional<Derivation> running(
      Standing standing, CaseTerms terms, WorkingCalendar calendar) {
    if (standing.accepted()) {
      Derivation promise =
          DeadlineFold.fold(standing.decisionClock(), terms.limit(), calendar, terms.basis());
      return Optional.of(
          terms.licence() && !standing.issuanceClock().isEmpty()
              ? earlier(promise, issuance(standing, calendar))
              : promise);
    }
    if (standing.acceptanceClock().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        DeadlineFold.fold(
            standing.acceptanceClock(),
            CaseTerms.ACCEPTANCE,
            calendar,
            List.of(Statutes.CORRECTION)));
  }

  /** 行政许可法第四十四条: issuing has ten working days of its own, however much of the promise is left. */
  private static Derivation issuance(Standing standing, WorkingCalendar calendar) {
    return DeadlineFold.fold(
        standing.issuanceClock(), CaseTerms.ISSUANCE, calendar, List.of(Statutes.DELIVERY));
  }

  private static Derivation earlier(Derivation promise, Derivation issuance) {
    return promise.dueAt().isPresent()
            && issuance.dueAt().isPresent()
            && issuance.dueAt().get().isBefore(promise.dueAt().get())
        ? issuance
        : promise;
  }

  private static Optional<Instant> stepDueAt(Standing standing, WorkingCalendar calendar) {
    if (standing.state() == CaseState.IN_CORRECTION) {
      return Optional.empty();
    }
    return standing.live().stream()
        .flatMap(
            visit ->
                stepDueAt(visit, standing.flow().step(visit.stepId()).limit(), calendar).stream())
        .min(Comparator.naturalOrder());
  }
}
