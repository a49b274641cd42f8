package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.identity.Actor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Asks for changes of a clock by hand; {@link ClockAct} is what happens when one is confirmed. */
@ApplicationScoped
class ClockChanges {
  private final Confirmations confirmations;
  private final Clock clock;

  ClockChanges(Confirmations confirmations, Clock clock) {
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * Asks for it; nothing has happened to the case until somebody else confirms it.
   *
   * @throws Problem as for every action, so that a colleague is never asked for the impossible
   */
  Uni<UUID> ask(Mutiny.Session session, CaseNow before, ActCommand command, Actor actor) {
    Admission by = Admission.staff(before, command.version(), command.command(), actor);
    if (before.stored().pendingChange() != null
        && before.stored().pendingChange().waitsAt(clock.instant())) {
      throw Problem.of(ProblemType.CONFLICT).detail("confirmation.already-open");
    }
    CaseEvent event = by.event(before, command.command(), clock.instant());
    Admission.counts(
        CaseNow.of(before.stored().after(event, List.of()), before.basis(), before.calendar()));
    WantedClockChange wanted = WantedClockChange.of(command.command(), by.hand().handler(), before);
    return confirmations.request(session, ClockAct.asking(before, wanted), actor);
  }

  /** What waits for a second person has no meaning once the case is elsewhere. */
  Uni<Void> lapse(Mutiny.Session session, CaseNow before, CaseNow now) {
    return before.stored().pendingChange() != null && now.stored().pendingChange() == null
        ? confirmations.lapse(
            session, before.stored().pendingChange().action().code(), now.number())
        : Uni.createFrom().voidItem();
  }
}
