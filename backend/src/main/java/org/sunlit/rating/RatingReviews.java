package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.rating.RatingReads.Whole;

/** Opens ratings for supervisors, and lets them set aside what was not freely given. */
@ApplicationScoped
class RatingReviews {
  private final RatingReads reads;
  private final RatingStore store;
  private final AccessTrail trail;
  private final Transactor transactor;
  private final Clock clock;

  RatingReviews(
      RatingReads reads, RatingStore store, AccessTrail trail, Transactor transactor, Clock clock) {
    this.reads = reads;
    this.store = store;
    this.trail = trail;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** The rating with whose case it is; that it was opened is stored before it is answered. */
  Uni<Whole> open(UUID id, Actor actor, UUID session) {
    return found(id)
        .call(
            whole ->
                trail.write(Look.by(actor, session, LookKind.CASE_OPENED).in(whole.caseNumber())));
  }

  /**
   * Sets a rating aside, or lets it count again.
   *
   * @return fails with 412 when somebody has changed it since
   */
  Uni<Whole> review(UUID id, int version, boolean counted, String why, Actor actor) {
    return found(id)
        .chain(
            whole ->
                transactor.write(
                    session ->
                        store.review(
                            session,
                            id,
                            version,
                            counted,
                            why,
                            actor.accountId(),
                            clock.instant())))
        .invoke(
            written -> {
              if (!written) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(() -> found(id));
  }

  private Uni<Whole> found(UUID id) {
    return reads.find(id).map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }
}
