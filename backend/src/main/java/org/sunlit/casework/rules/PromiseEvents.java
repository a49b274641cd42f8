package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.List;

/**
 * What the keeping and breaking of promises does to a case (容缺受理、告知承诺, ADR 0091). It is no action
 * of a step: no flow draws it, as none draws a withdrawal.
 */
public final class PromiseEvents {
  private PromiseEvents() {}

  /** Materials have come that were promised to come late. */
  public static CaseEvent lateMaterials(
      Standing standing, Instant now, Handler by, List<String> materials) {
    return at(standing, CaseEventKind.LATE_MATERIALS, now)
        .with(by, null, false)
        .bringing(materials);
  }

  /** The promise was broken before a decision, and that ends the case by itself. */
  public static CaseEvent broken(Standing standing, Instant now, String reason) {
    return at(standing, CaseEventKind.PROMISE_BROKEN, now)
        .undoing(Undoing.byEnding(standing, null))
        .with(Handler.LAW, reason, false);
  }

  /** What was granted is taken back, confirmed by a second person. */
  public static CaseEvent revoked(
      Standing standing, Instant now, Handler by, Handler second, String reason) {
    return at(standing, CaseEventKind.REVOKED, now)
        .undoing(standing.state().open() ? Undoing.byEnding(standing, null) : List.of())
        .with(by, reason, false)
        .confirmed(second);
  }

  private static CaseEvent at(Standing standing, CaseEventKind kind, Instant now) {
    Instant at = now.isBefore(standing.lastAt()) ? standing.lastAt() : now;
    return CaseEvent.of(standing.version() + 1, kind, at, standing.currentStep().id(), null, null);
  }
}
