package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.GrantGuard;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.joint.rules.JointRules;
import org.sunlit.joint.rules.JointRules.Child;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Keeps an item from being granted before those it needs (前置事项): what was granted stays granted, so
 * an answer that allows it never becomes wrong.
 */
@ApplicationScoped
class JointGrants implements GrantGuard {
  private final JointStore store;
  private final CasesTogether cases;

  JointGrants(JointStore store, CasesTogether cases) {
    this.store = store;
    this.cases = cases;
  }

  @Override
  public Uni<Void> mayGrant(String jointNumber, String caseNumber) {
    return store
        .find(jointNumber)
        .map(Optional::orElseThrow)
        .chain(
            record ->
                cases
                    .briefs(record.caseNumbers())
                    .invoke(
                        briefs -> {
                          List<Child> children =
                              record.cases().stream()
                                  .map(
                                      member ->
                                          child(member, briefs.get(member.caseNumber()).state()))
                                  .toList();
                          check(record, caseNumber, children);
                        }))
        .replaceWithVoid();
  }

  private static void check(JointRecord record, String caseNumber, List<Child> children) {
    String item =
        record.cases().stream()
            .filter(member -> member.caseNumber().equals(caseNumber))
            .map(JointRecord.Member::itemCode)
            .findFirst()
            .orElseThrow();
    List<String> requires = record.theme().requiredBefore(item, record.itemCodes());
    List<String> blocked = JointRules.blockedBy(requires, children);
    if (!blocked.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.blocked", String.join(", ", blocked));
    }
    List<String> missing = JointRules.notYetGranted(requires, children);
    if (!missing.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("joint.not-yet", String.join(", ", missing));
    }
  }

  private static Child child(JointRecord.Member member, CaseState state) {
    return new Child(member.caseNumber(), member.itemCode(), state, null);
  }
}
