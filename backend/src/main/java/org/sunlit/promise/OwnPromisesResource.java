package org.sunlit.promise;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import org.sunlit.api.OwnPromisesApi;
import org.sunlit.api.model.CasePromise;
import org.sunlit.api.model.CreditEntry;
import org.sunlit.api.model.PromiseRequest;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.promise.CreditShapes.Reader;

/** Promises of one's own cases, and one's own credit record, signed in. */
@PermissionsAllowed(Permission.Codes.OWN_CASES)
class OwnPromisesResource implements OwnPromisesApi {
  private final PromiseHolders holders;
  private final CreditStore credit;
  private final CurrentActor currentActor;
  private final Clock clock;

  OwnPromisesResource(
      PromiseHolders holders, CreditStore credit, CurrentActor currentActor, Clock clock) {
    this.holders = holders;
    this.credit = credit;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public Uni<CasePromise> getOwnPromise(String caseNumber) {
    return holders.own(caseNumber, currentActor.get()).map(found -> found.orElse(null));
  }

  @Override
  public Uni<CasePromise> answerOwnPromise(
      String caseNumber, PromiseRequest asked, String idempotencyKey) {
    return holders.ask(
        caseNumber, currentActor.get(), PromisesResource.wanted(asked), idempotencyKey);
  }

  @Override
  public Uni<List<CreditEntry>> listOwnCreditEntries() {
    return credit
        .ofAccount(currentActor.get().accountId())
        .map(entries -> CreditShapes.all(entries, Reader.PERSON, clock.instant()));
  }
}
