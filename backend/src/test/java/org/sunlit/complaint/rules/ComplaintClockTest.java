package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.complaint.rules.ComplaintScene.ASKED;
import static org.sunlit.complaint.rules.ComplaintScene.ASSIGNED;
import static org.sunlit.complaint.rules.ComplaintScene.CLERK;
import static org.sunlit.complaint.rules.ComplaintScene.CLOSED;
import static org.sunlit.complaint.rules.ComplaintScene.FRIDAY;
import static org.sunlit.complaint.rules.ComplaintScene.LEADER;
import static org.sunlit.complaint.rules.ComplaintScene.ONE_DAY;
import static org.sunlit.complaint.rules.ComplaintScene.REPLIED;
import static org.sunlit.complaint.rules.ComplaintScene.SCREENER;
import static org.sunlit.complaint.rules.ComplaintScene.TAKEN;
import static org.sunlit.complaint.rules.ComplaintScene.WEEKENDS;
import static org.sunlit.complaint.rules.ComplaintScene.after;
import static org.sunlit.complaint.rules.ComplaintScene.possible;
import static org.sunlit.complaint.rules.ComplaintScene.rated;
import static org.sunlit.complaint.rules.ComplaintScene.received;
import static org.sunlit.complaint.rules.ComplaintScene.screened;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.platform.CityTime;

/** Until when, and from when on: deadlines, extension, urging, calling back. */
class ComplaintClockTest {
  @Test
  void anExtensionIsAskedForOnceAndGrantedByAnotherPerson() {
    Standing asked = after(received(), screened(), ASSIGNED, TAKEN, ASKED);
    Standing leaderAsked =
        after(
            received(),
            screened(),
            ASSIGNED,
            new ComplaintAct.TakenUp(FRIDAY, "l"),
            new ComplaintAct.ExtensionAsked(FRIDAY, "l", 5));

    assertTrue(possible(asked, LEADER).contains(ComplaintAction.GRANT_EXTENSION));
    assertFalse(possible(asked, CLERK).contains(ComplaintAction.GRANT_EXTENSION));
    assertFalse(possible(leaderAsked, LEADER).contains(ComplaintAction.GRANT_EXTENSION));
    Standing granted =
        after(
            received(),
            screened(),
            ASSIGNED,
            TAKEN,
            ASKED,
            new ComplaintAct.ExtensionGranted(FRIDAY, "l", 5));
    assertEquals(10, granted.reply().amount());
    assertFalse(possible(granted, CLERK).contains(ComplaintAction.ASK_EXTENSION));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                received(),
                screened(),
                ASSIGNED,
                TAKEN,
                ASKED,
                new ComplaintAct.ExtensionGranted(FRIDAY, "c", 5)));
  }

  @Test
  void theWriterUrgesOnceADayAndNotAfterTheAnswer() {
    Standing urged = after(received(), new ComplaintAct.Urged(FRIDAY, null));

    assertTrue(ComplaintRules.mayUrge(after(received()), FRIDAY));
    assertFalse(ComplaintRules.mayUrge(urged, FRIDAY.plus(Duration.ofHours(23))));
    assertTrue(ComplaintRules.mayUrge(urged, FRIDAY.plus(Duration.ofHours(24))));
    assertFalse(
        ComplaintRules.mayUrge(after(received(), screened(), ASSIGNED, TAKEN, REPLIED), FRIDAY));
  }

  @Test
  void onlyAfterFourWeeksSomebodyIsCalledBack() {
    Standing closed =
        after(received(), screened(), ASSIGNED, TAKEN, REPLIED, rated(Grade.SATISFIED), CLOSED);
    Instant later = FRIDAY.plus(Duration.ofDays(28));

    assertEquals(Set.of(), possible(closed, SCREENER));
    assertEquals(
        EnumSet.of(ComplaintAction.CALL_BACK), ComplaintRules.possible(closed, SCREENER, later));
    assertEquals(Set.of(), ComplaintRules.possible(closed, CLERK, later));
  }

  @Test
  void deadlinesCountWorkingDaysFromTheReceiptWhoeverHasIt() {
    Standing received = after(received());
    Standing passedOn =
        after(
            received(),
            screened(),
            ASSIGNED,
            new ComplaintAct.Transferred(
                FRIDAY.plus(Duration.ofDays(4)), "c", HandOnGround.NOT_OURS, "water", "roads"));

    assertEquals(LocalDate.of(2030, 3, 4), dueOn(received));
    assertEquals(LocalDate.of(2030, 3, 8), dueOn(passedOn));
  }

  @Test
  void theDirectLineCountsHoursThroughTheWeekend() {
    Standing direct =
        after(
            new ComplaintAct.Received(
                FRIDAY,
                null,
                ComplaintKind.HELP,
                ComplaintChannel.DIRECT_LINE,
                Naming.NAMED,
                ONE_DAY,
                new Limit(24, LimitUnit.HOURS)),
            new ComplaintAct.TakenUp(FRIDAY, "m"));

    assertEquals(
        FRIDAY.plus(Duration.ofHours(24)),
        ComplaintClock.running(direct, WEEKENDS).orElseThrow().dueAt());
  }

  private static LocalDate dueOn(Standing complaint) {
    return LocalDate.ofInstant(
        ComplaintClock.running(complaint, WEEKENDS).orElseThrow().dueAt().minusMillis(1),
        CityTime.ZONE);
  }
}
