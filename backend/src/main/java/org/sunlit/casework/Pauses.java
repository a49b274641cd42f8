package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.Hand;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.identity.Actor;
import org.sunlit.problem.Problem;

/** Asks for stops of a clock by hand; {@link PauseAct} is what happens when one is confirmed. */
@ApplicationScoped
class Pauses {
  private final Confirmations confirmations;
  private final Clock clock;

  Pauses(Confirmations confirmations, Clock clock) {
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * Asks for it; nothing has happened to the case until somebody else confirms it.
   *
   * @throws Problem as for every action, so that a colleague is never asked for the impossible
   */
  Uni<UUID> ask(Mutiny.Session session, CaseNow before, ActCommand command, Actor actor) {
    Hand by = Admission.staff(before, command.version(), actor);
    Admission.event(before, command.command(), clock.instant(), by);
    PauseWanted wanted = PauseWanted.of(command.command(), by.handler(), before);
    return confirmations.request(session, PauseAct.asking(before, wanted), actor);
  }

  /** What waits for a second person has no meaning once the case is elsewhere. */
  Uni<Void> lapse(Mutiny.Session session, CaseNow before, CaseNow now) {
    return before.stored().pendingPause() != null && now.stored().pendingPause() == null
        ? confirmations.lapse(session, PauseAct.KIND, now.number())
        : Uni.createFrom().voidItem();
  }
}
