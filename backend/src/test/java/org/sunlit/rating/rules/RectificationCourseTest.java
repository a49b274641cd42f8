package org.sunlit.rating.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RectificationCourseTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
  private static final LocalDate CONFIRM = LocalDate.of(2026, 12, 4);

  private final RectificationCourse opened = RectificationCourse.begin();
  private final RectificationCourse assigned = opened.assign(DUE).orElseThrow();
  private final RectificationCourse answered = assigned.answer(CONFIRM).orElseThrow();
  private final RectificationCourse returned = answered.confirm(false, DUE).orElseThrow();
  private final RectificationCourse again = returned.answer(CONFIRM).orElseThrow();
  private final RectificationCourse withSupervisor = again.confirm(false, DUE).orElseThrow();

  @Test
  void goesFromTheSupervisorToTheDepartmentToTheCitizen() {
    assertEquals(new RectificationCourse(RectificationState.ASSIGNED, 1, DUE, null), assigned);
    assertEquals(new RectificationCourse(RectificationState.ANSWERED, 1, null, CONFIRM), answered);
    assertEquals(RectificationState.MENDED, answered.confirm(true, DUE).orElseThrow().state());
  }

  @Test
  void goesBackOnceAndThenToTheSupervisor() {
    assertEquals(new RectificationCourse(RectificationState.RETURNED, 2, DUE, null), returned);
    assertEquals(RectificationState.WITH_SUPERVISOR, withSupervisor.state());
    assertEquals(RectificationState.MENDED, again.confirm(true, DUE).orElseThrow().state());
  }

  @Test
  void theSupervisorMayGiveItBackOrCloseIt() {
    assertTrue(withSupervisor.mayAssign());
    RectificationCourse third = withSupervisor.assign(DUE).orElseThrow();
    assertEquals(
        RectificationState.WITH_SUPERVISOR,
        third.answer(CONFIRM).orElseThrow().confirm(false, DUE).orElseThrow().state());
    assertEquals(RectificationState.CLOSED, withSupervisor.close(DUE).orElseThrow().state());
  }

  @Test
  void isNotClosedWhileSomebodyElseHasToAct() {
    assertFalse(assigned.mayClose(DUE.plusYears(1)));
    assertFalse(returned.mayClose(DUE.plusYears(1)));
    assertFalse(answered.mayClose(CONFIRM));
    assertTrue(answered.mayClose(CONFIRM.plusDays(1)));
    assertTrue(opened.mayClose(DUE));
  }

  @Test
  void isLateAfterItsLastDayAndNotOnIt() {
    assertFalse(assigned.overdue(DUE));
    assertTrue(assigned.overdue(DUE.plusDays(1)));
    assertFalse(answered.overdue(DUE.plusYears(1)));
  }

  @Test
  void nothingHappensOutOfTurn() {
    assertTrue(opened.answer(CONFIRM).isEmpty());
    assertTrue(opened.confirm(true, DUE).isEmpty());
    assertTrue(assigned.assign(DUE).isEmpty());
    assertTrue(assigned.confirm(true, DUE).isEmpty());
    assertTrue(answered.answer(CONFIRM).isEmpty());
    assertTrue(answered.assign(DUE).isEmpty());
    RectificationCourse mended = answered.confirm(true, DUE).orElseThrow();
    RectificationCourse closed = opened.close(DUE).orElseThrow();
    for (RectificationCourse over : new RectificationCourse[] {mended, closed}) {
      assertTrue(over.assign(DUE).isEmpty());
      assertTrue(over.answer(CONFIRM).isEmpty());
      assertTrue(over.confirm(false, DUE).isEmpty());
      assertTrue(over.close(DUE).isEmpty());
    }
  }
}
