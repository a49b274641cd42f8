package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.identity.Actor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Finds a case for whoever may have it; for everybody else it isn't there (404). */
@ApplicationScoped
class CaseAccess {
  private final CaseStore store;
  private final TrackingKey trackingKey;

  CaseAccess(CaseStore store, TrackingKey trackingKey) {
    this.store = store;
    this.trackingKey = trackingKey;
  }

  /** For staff who may read it. */
  Uni<StoredCase> readable(String caseNumber, Actor actor) {
    return store
        .find(caseNumber, new CaseRights(actor))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** For the account whose own it is. */
  Uni<StoredCase> own(String caseNumber, Actor owner) {
    return store
        .findOwn(caseNumber, owner.accountId())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** For who has number and code, as they were typed; which of both was wrong is not told. */
  Uni<StoredCase> withCode(String typedNumber, String typedCode) {
    String number = CaseNumbers.read(typedNumber).orElse(Tracking.NO_NUMBER);
    byte[] asked = trackingKey.hash(number, TrackingCodes.read(typedCode).orElse(""));
    return store
        .find(number)
        .map(
            found -> {
              byte[] hash =
                  found.map(stored -> HexFormat.of().parseHex(stored.codeHash())).orElse(null);
              if (!TrackingKey.equal(hash, asked)) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found");
              }
              return found.orElseThrow();
            });
  }
}
