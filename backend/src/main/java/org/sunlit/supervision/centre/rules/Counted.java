package org.sunlit.supervision.centre.rules;

import java.time.Instant;
import java.util.Optional;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;
import org.sunlit.supervision.work.rules.CaseFacts;
import org.sunlit.supervision.work.rules.Share;
import org.sunlit.supervision.work.rules.Within;

/**
 * A case after an event, and what counts of that. What on time, early and one-time mean is said by
 * {@link Share} alone, for reports as for efficiency files.
 *
 * @param open empty once it has ended
 * @param fact empty when nothing counts
 */
public record Counted(Optional<CaseFacts> open, Optional<Fact> fact) {
  /**
   * Counts an event of the journal.
   *
   * @param before the case before it, if it was open
   * @param clock the city's working days
   */
  public static Counted of(Happening event, Optional<CaseFacts> before, CaseClock clock) {
    Told told = event.told();
    if (told.ended() && before.isEmpty()) {
      // What happens to a case that has ended already, such as 撤销, doesn't end it again.
      return new Counted(Optional.empty(), Optional.empty());
    }
    CaseFacts was = before.orElseGet(() -> begun(event));
    CaseFacts now = was.after(event);
    if (told.ended()) {
      return new Counted(
          Optional.empty(),
          was.ended() == null ? Optional.of(ended(now, event.at(), clock)) : Optional.empty());
    }
    Optional<Fact> fact =
        switch (event.kind()) {
          case "case.submitted" -> Optional.of(Fact.of(Fact.Kind.RECEIVED));
          case "case.correctionRequested" -> Optional.of(Fact.of(Fact.Kind.CORRECTED));
          case "case.returned" -> Optional.of(Fact.of(Fact.Kind.RETURNED));
          default -> Optional.empty();
        };
    return new Counted(Optional.of(now), fact);
  }

  private static CaseFacts begun(Happening event) {
    return event.kind().equals("case.reopened")
        ? CaseFacts.reopened(event.subject(), event.at())
        : CaseFacts.of(event.subject());
  }

  private static Fact ended(CaseFacts facts, Instant at, CaseClock clock) {
    Share share = Share.ofDepartment(facts, Within.EVER, clock);
    if (!share.worked()) {
      return Fact.of(Fact.Kind.ENDED);
    }
    Instant begun = facts.begun() == null ? at : facts.begun();
    return new Fact(
        Fact.Kind.ENDED,
        share.onTime(),
        share.onTime() == null ? null : share.early(),
        share.oneTime(),
        clock.days(begun, at, clock.still(begun, at, facts.stills())));
  }
}
