package org.sunlit.supervision.centre.rules;

import java.time.Instant;
import java.util.Optional;
import org.sunlit.statistics.rules.CaseClock;

/**
 * A case after an event, and what counts of that.
 *
 * @param open empty once it has ended
 * @param fact empty when nothing counts
 */
public record Counted(Optional<OpenCase> open, Optional<Fact> fact) {
  /**
   * Counts an event of the journal.
   *
   * @param kind of the event, such as {@code case.accepted}
   * @param before the case before it, if it was open
   * @param clock the city's working days
   */
  public static Counted of(
      String kind, Instant at, Optional<OpenCase> before, CaseTold told, CaseClock clock) {
    if (!told.open()) {
      // What happens to a case that has ended already, such as 撤销, doesn't end it again.
      return new Counted(Optional.empty(), before.map(open -> ended(open, at, told, clock)));
    }
    OpenCase open = before.orElseGet(() -> OpenCase.begun(at));
    Optional<Fact> fact =
        switch (kind) {
          case "case.submitted" -> Optional.of(Fact.of(Fact.Kind.RECEIVED));
          case "case.correctionRequested" -> Optional.of(Fact.of(Fact.Kind.CORRECTED));
          case "case.returned" -> Optional.of(Fact.of(Fact.Kind.RETURNED));
          default -> Optional.empty();
        };
    OpenCase now =
        switch (kind) {
          case "case.accepted", "case.deemedAccepted" -> open.acceptedAt(at);
          case "case.correctionRequested", "case.returned" -> open.notAtOnce();
          default -> open;
        };
    return new Counted(Optional.of(now.after(told, at)), fact);
  }

  private static Fact ended(OpenCase before, Instant at, CaseTold told, CaseClock clock) {
    if (told.state().equals("withdrawn")) {
      return Fact.of(Fact.Kind.ENDED);
    }
    OpenCase last = before.after(told, at);
    Instant due = last.due();
    long still = clock.still(last.since(), at, last.stills());
    return new Fact(
        Fact.Kind.ENDED,
        due == null ? null : !at.isAfter(due),
        due == null ? null : CaseClock.date(at).isBefore(CaseClock.date(due)),
        !last.again(),
        clock.days(last.since(), at, still));
  }
}
