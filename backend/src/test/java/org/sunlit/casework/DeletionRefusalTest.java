package org.sunlit.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sunlit.problem.FieldProblem;

/** A refusal of a deletion says why, and until when where it is a question of time. */
class DeletionRefusalTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

  private static String wrong(DeletionGround ground, LocalDate until, String words) {
    return new DeletionRefusal(ground, until, words)
        .objection(TODAY)
        .map(FieldProblem::pointer)
        .orElse("nothing");
  }

  @Test
  void aPeriodOfKeepingHasALastDayThatHasNotPassed() {
    assertEquals("nothing", wrong(DeletionGround.RETENTION_PERIOD, TODAY, "审计期间"));
    assertEquals("/keptUntil", wrong(DeletionGround.RETENTION_PERIOD, null, "审计期间"));
    assertEquals("/keptUntil", wrong(DeletionGround.RETENTION_PERIOD, TODAY.minusDays(1), "审计期间"));
  }

  @Test
  void otherGroundsHaveNone() {
    for (DeletionGround ground :
        new DeletionGround[] {
          DeletionGround.STILL_NECESSARY, DeletionGround.TECHNICALLY_INFEASIBLE
        }) {
      assertEquals("nothing", wrong(ground, null, "仍须用于核验许可"));
      assertEquals("/keptUntil", wrong(ground, TODAY.plusYears(1), "仍须用于核验许可"));
    }
  }

  @Test
  void whyIsAlwaysSaid() {
    assertEquals("/words", wrong(DeletionGround.STILL_NECESSARY, null, " "));
  }
}
