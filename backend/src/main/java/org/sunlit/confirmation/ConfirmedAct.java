package org.sunlit.confirmation;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;

/**
 * Something that is done only when a second person has confirmed it. A feature has one bean for
 * each kind.
 */
public interface ConfirmedAct {
  /** What is done of it in the transaction of the confirmation: both are stored or neither. */
  interface Deed {
    /**
     * @return fails with a {@link Problem} when it can't be done any more; the request stays open
     *     then
     */
    Uni<Void> in(Mutiny.Session session);
  }

  /** The kind, such as {@code pause}: small letters and hyphens. */
  String kind();

  /**
   * What the second person must be allowed besides {@link Permission#CONFIRM}: who may not do a
   * thing at all may not confirm it either.
   */
  Permission needs();

  /**
   * Reads what it needs and rules on it before the transaction begins, so that the transaction
   * needs no second connection of the pool. That what was read still stands is a condition of the
   * deed's writing.
   *
   * @param confirmer the second person, who has the right and isn't the one who asked
   * @return fails with a {@link Problem} when it can't be done any more; the request stays open
   *     then
   */
  Uni<Deed> ready(ConfirmationRequest request, Actor confirmer);

  /**
   * What the second person is shown of it besides subject and reason, by name: short codes that the
   * pages have words for, never personal data.
   */
  default Map<String, String> details(ConfirmationRequest request) {
    return Map.of();
  }
}
