package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.problem.FieldProblem;

/** Asks and tells whoever keeps promises; cases whose item takes none pay nothing for it. */
@ApplicationScoped
class PromiseRule {
  private final Instance<PromiseKeeper> keepers;

  PromiseRule(Instance<PromiseKeeper> keepers) {
    this.keepers = keepers;
  }

  List<FieldProblem> objections(ApplyCommand command, ItemInForce item) {
    List<FieldProblem> objections = new ArrayList<>();
    if (command.promise() != null) {
      keepers.forEach(keeper -> objections.addAll(keeper.objections(command, item)));
    }
    return objections;
  }

  Uni<Void> signed(Mutiny.Session session, CaseNow begun, SignedPromise promise) {
    return promise == null
        ? Uni.createFrom().voidItem()
        : each(keeper -> keeper.signed(session, new PromisedCase(begun), promise));
  }

  Uni<Void> check(Mutiny.Session session, CaseNow before, CaseCommand command) {
    return before.basis().item().mayPromise()
        ? each(keeper -> keeper.check(session, new PromisedCase(before), command))
        : Uni.createFrom().voidItem();
  }

  /** What the keeper itself did to a case it knows. */
  Uni<Void> follow(Mutiny.Session session, CaseNow after) {
    boolean told =
        switch (after.lastEvent().kind()) {
          case SUBMITTED, LATE_MATERIALS, PROMISE_BROKEN, REVOKED -> false;
          case ACCEPTED,
              DEEMED_ACCEPTED,
              REFUSED,
              CORRECTION_REQUESTED,
              ORIGINALS_REQUESTED,
              ORIGINALS_RECEIVED,
              GREEN_MARKED,
              REOPENED,
              MIGRATED,
              SUPPLEMENTED,
              ADVANCED,
              RETURNED,
              PAUSED,
              RESUMED,
              EXTENDED,
              DECIDED,
              CLOSED,
              WITHDRAWN ->
              true;
        };
    return told && after.basis().item().mayPromise()
        ? each(keeper -> keeper.follow(session, new PromisedCase(after)))
        : Uni.createFrom().voidItem();
  }

  private interface Work {
    Uni<Void> with(PromiseKeeper keeper);
  }

  private Uni<Void> each(Work work) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (PromiseKeeper keeper : keepers) {
      done = done.chain(() -> work.with(keeper));
    }
    return done;
  }
}
