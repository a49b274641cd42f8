package org.sunlit.agency.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MandateTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @ParameterizedTest
  @CsvSource({
    "IN_FORCE, 2026-05-31, IN_FORCE, false",
    "IN_FORCE, 2026-06-01, IN_FORCE, true",
    "IN_FORCE, 2026-12-31, IN_FORCE, true",
    "IN_FORCE, 2027-01-01, LAPSED, false",
    "ENDED, 2026-12-30, ENDED, false",
    "ENDED, 2027-01-01, ENDED, false",
  })
  void holdsFromItsFirstDayToItsLastUnlessItIsEnded(
      AgencyState stored, LocalDate day, AgencyState then, boolean holds) {
    Mandate mandate = new Mandate(stored, Set.of(AgentTask.APPLY), FIRST, LAST);
    assertEquals(then, mandate.on(day));
    assertEquals(holds, mandate.holds(day));
    assertEquals(holds, mandate.covers(AgentTask.APPLY, day));
  }

  @ParameterizedTest
  @EnumSource(AgentTask.class)
  void coversWhatWasAgreedAndNothingElse(AgentTask task) {
    Set<AgentTask> others = EnumSet.complementOf(EnumSet.of(task));
    assertFalse(new Mandate(AgencyState.IN_FORCE, others, FIRST, LAST).covers(task, LAST));
  }

  @Test
  void coversNothingBeforeItIsSigned() {
    for (AgencyState state : Set.of(AgencyState.ASKED, AgencyState.TAKEN)) {
      Mandate mandate = new Mandate(state, EnumSet.allOf(AgentTask.class), null, LAST);
      assertFalse(mandate.holds(LAST), state.code());
      assertEquals(AgencyState.LAPSED, mandate.on(LAST.plusDays(1)), state.code());
    }
  }

  @Test
  void lastsThreeYearsAtMost() {
    assertFalse(Mandate.canLast(FIRST.minusDays(1), FIRST));
    assertTrue(Mandate.canLast(FIRST, FIRST));
    assertTrue(Mandate.canLast(FIRST.plusYears(3), FIRST));
    assertFalse(Mandate.canLast(FIRST.plusYears(3).plusDays(1), FIRST));
  }

  @Test
  void theLetterNamesTheAgentWhatAndUntilWhen() {
    Letter letter =
        Letter.of(
            "晴川市小满食品有限公司", "茶叶加工厂新建项目", EnumSet.of(AgentTask.COLLECT, AgentTask.APPLY), LAST, "方静");
    String text = letter.clauses().stream().map(Letter.Clause::zh).reduce("", String::concat);
    assertTrue(text.contains("委托人晴川市小满食品有限公司委托政务服务代办机构代办员方静为代理人，全程代办：茶叶加工厂新建项目。"), text);
    assertTrue(text.contains("代理事项：提交申请、领取办理结果。"), text);
    assertTrue(text.contains("至2026年12月31日止"), text);
    assertTrue(text.contains("不收取任何费用"), text);
    assertTrue(letter.clauses().get(1).en().contains("The agent may: apply, collect results."));
    assertTrue(letter.clauses().get(2).en().contains("until 31 December 2026"));
  }
}
