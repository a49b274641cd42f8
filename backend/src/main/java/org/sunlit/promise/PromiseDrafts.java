package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.rules.PromiseWords;

/** The text somebody reads before they sign it. */
@ApplicationScoped
class PromiseDrafts {
  private final PowerList powerList;
  private final Clock clock;

  PromiseDrafts(PowerList powerList, Clock clock) {
    this.powerList = powerList;
    this.clock = clock;
  }

  /**
   * The text for an item in force today.
   *
   * @return fails with 404 without such an item, 422 for what can't be promised
   */
  Uni<PromiseWords.Text> draft(String itemCode, List<String> late, boolean conditions) {
    return powerList
        .inForce(itemCode, CreditStore.today(clock.instant()))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(item -> draft(item, late, conditions));
  }

  private static PromiseWords.Text draft(ItemInForce item, List<String> late, boolean conditions) {
    List<FieldProblem> wrong = PromiseTexts.objections(item, late, conditions, "");
    if (!wrong.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
    }
    return PromiseTexts.text(item, PromiseTexts.pieces(item, late, conditions));
  }
}
