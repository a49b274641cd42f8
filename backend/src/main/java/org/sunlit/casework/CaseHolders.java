package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.edge.Address;

/**
 * Tells other rooms whether somebody holds a case, by what a holder has: its number and code, an
 * account, the telephone left with the application. Of the case itself it tells nothing.
 */
@ApplicationScoped
public class CaseHolders {
  private final GuardedTracking tracking;
  private final CaseStore store;

  CaseHolders(GuardedTracking tracking, CaseStore store) {
    this.tracking = tracking;
    this.store = store;
  }

  /** The case number that is meant by what was typed; empty when it can't be one. */
  public Optional<String> number(String typed) {
    return CaseNumbers.read(typed);
  }

  /**
   * Whether number and code go together.
   *
   * @return fails with 429 after too many wrong codes for this case from this address
   */
  public Uni<Boolean> holds(Address from, String typedNumber, String typedCode) {
    return tracking.find(from, typedNumber, typedCode).map(Optional::isPresent);
  }

  /** Whether the case is this account's own. */
  public Uni<Boolean> owns(String account, String caseNumber) {
    return store.findOwn(caseNumber, account).map(Optional::isPresent);
  }

  /**
   * The telephone left with the application; empty when there is none, or none any more. Never to
   * be shown to anybody.
   */
  public Uni<Optional<String>> telephone(String caseNumber) {
    return store
        .find(caseNumber)
        .map(found -> found.map(stored -> stored.applicant().phone()).filter(p -> !p.isBlank()));
  }
}
