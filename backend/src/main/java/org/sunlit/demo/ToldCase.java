package org.sunlit.demo;

import java.time.Instant;
import org.sunlit.casework.CaseChanged;
import org.sunlit.casework.rules.CaseState;

/**
 * A case whose story is being told.
 *
 * @param seed what its story is drawn from
 * @param acts how often something has been done to it
 * @param nextAt when something happens to it next
 */
record ToldCase(
    String caseNumber,
    String trackingCode,
    String itemCode,
    String regionCode,
    long seed,
    int version,
    CaseState state,
    String stepId,
    int acts,
    Instant nextAt) {

  /** The same, but what happens next happens then. */
  ToldCase later(Instant then) {
    return new ToldCase(
        caseNumber, trackingCode, itemCode, regionCode, seed, version, state, stepId, acts, then);
  }

  ToldCase after(CaseChanged changed, Instant nextAt) {
    return new ToldCase(
        caseNumber,
        trackingCode,
        itemCode,
        regionCode,
        seed,
        changed.version(),
        changed.state(),
        changed.stepId(),
        acts + 1,
        nextAt);
  }
}
