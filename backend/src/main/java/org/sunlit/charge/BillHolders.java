package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.casework.CaseHolders;
import org.sunlit.casework.ChargedCases;
import org.sunlit.edge.Address;
import org.sunlit.joint.JointHolders;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Finds out what bill somebody may see by what they hold: number and code of a case or joint one.
 */
@ApplicationScoped
class BillHolders {
  private final CaseHolders holders;
  private final JointHolders joint;
  private final ChargedCases cases;

  BillHolders(CaseHolders holders, JointHolders joint, ChargedCases cases) {
    this.holders = holders;
    this.joint = joint;
    this.cases = cases;
  }

  /**
   * The number that the bill is about.
   *
   * @return fails with a {@link Problem}: 404 when number and code don't go together, 429 after too
   *     many wrong codes
   */
  Uni<String> subject(Address from, String typedNumber, String typedCode) {
    String plain = typedNumber.strip();
    if (plain.startsWith("J") || plain.startsWith("j")) {
      return joint.held(new JointHolders.Ticket(typedNumber, typedCode), from);
    }
    return holders
        .holds(from, typedNumber, typedCode)
        .chain(held -> held ? cases.find(holders.number(typedNumber).orElseThrow()) : unknown())
        .map(one -> one.orElseThrow().subject());
  }

  private static <T> Uni<T> unknown() {
    return Uni.createFrom().failure(Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found"));
  }
}
