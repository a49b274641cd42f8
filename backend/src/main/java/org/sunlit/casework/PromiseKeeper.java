package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.problem.FieldProblem;

/**
 * Who keeps what was promised with cases (容缺受理、告知承诺). The room of promises answers; casework asks
 * it before it begins or changes a case whose item takes promises, and tells it after, always in
 * the case's own transaction.
 */
public interface PromiseKeeper {
  /** What is wrong with what an application promises; pointers into the application. */
  List<FieldProblem> objections(ApplyCommand command, ItemInForce item);

  /**
   * Keeps what was promised with a case that has just begun.
   *
   * @return fails with a problem when its applicant may promise nothing
   */
  Uni<Void> signed(Mutiny.Session session, PromisedCase begun, SignedPromise promise);

  /** Fails with a problem when a promise stands in the way of what staff want to do. */
  Uni<Void> check(Mutiny.Session session, PromisedCase before, CaseCommand command);

  /** Takes note of what has happened to a case. */
  Uni<Void> follow(Mutiny.Session session, PromisedCase after);
}
