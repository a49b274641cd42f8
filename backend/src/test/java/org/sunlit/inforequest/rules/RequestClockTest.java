package org.sunlit.inforequest.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.inforequest.rules.RequestScene.ACKNOWLEDGED;
import static org.sunlit.inforequest.rules.RequestScene.CLERK;
import static org.sunlit.inforequest.rules.RequestScene.FRIDAY;
import static org.sunlit.inforequest.rules.RequestScene.HEAD;
import static org.sunlit.inforequest.rules.RequestScene.RECEIVED;
import static org.sunlit.inforequest.rules.RequestScene.WEEKENDS;
import static org.sunlit.inforequest.rules.RequestScene.after;
import static org.sunlit.inforequest.rules.RequestScene.answerOn;
import static org.sunlit.inforequest.rules.RequestScene.on;
import static org.sunlit.inforequest.rules.RequestScene.possible;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Statutes;
import org.sunlit.platform.CityTime;

/** The limits of 政府信息公开条例第三十条、第三十二条、第三十三条, counted by hand from Friday, 1 March 2030. */
class RequestClockTest {
  private static final RequestAct CLARIFY =
      new RequestAct.ClarificationAsked(on("2030-03-05"), "c", 10);

  @Test
  void twentyWorkingDaysAfterTheDayOfReceipt() {
    assertEquals(LocalDate.parse("2030-03-29"), answerOn(after(RECEIVED)));
  }

  @Test
  void theRegulationIsCitedAndNotTheLicenceLaw() {
    Derivation derivation = RequestClock.answer(after(RECEIVED), WEEKENDS);

    assertEquals("第三十三条第二款", derivation.basis().get(0).article());
    assertFalse(derivation.basis().contains(Statutes.WORKING_DAYS));
  }

  @Test
  void whatHasToBeSupplementedIsSaidOnceWithinSevenWorkingDays() {
    RequestStanding request = after(RECEIVED, ACKNOWLEDGED);

    assertTrue(
        possible(request, CLERK, on("2030-03-12")).contains(RequestAction.ASK_CLARIFICATION));
    assertFalse(
        possible(request, CLERK, on("2030-03-13")).contains(RequestAction.ASK_CLARIFICATION));
    RequestStanding again =
        after(RECEIVED, CLARIFY, new RequestAct.Supplemented(on("2030-03-06"), null));
    assertFalse(possible(again, CLERK, on("2030-03-06")).contains(RequestAction.ASK_CLARIFICATION));
  }

  @Test
  void afterASupplementItIsCountedAnew() {
    RequestStanding supplemented =
        after(RECEIVED, CLARIFY, new RequestAct.Supplemented(on("2030-03-15"), null));

    assertEquals(LocalDate.parse("2030-04-12"), answerOn(supplemented));
  }

  @Test
  void whatIsNotSupplementedInTimeLapsesByThePersonWhoHeads() {
    RequestStanding request = after(RECEIVED, CLARIFY);

    assertEquals(
        LocalDate.parse("2030-03-19"),
        RequestClock.running(request, WEEKENDS).orElseThrow().derivation().dueDate().orElseThrow());
    assertFalse(possible(request, HEAD, on("2030-03-19")).contains(RequestAction.LAPSE));
    assertTrue(possible(request, HEAD, on("2030-03-20")).contains(RequestAction.LAPSE));
    assertFalse(possible(request, CLERK, on("2030-03-20")).contains(RequestAction.LAPSE));
  }

  @Test
  void anExtensionAddsItsDaysAndComesBeforeTheTimeIsUp() {
    RequestStanding asked =
        after(RECEIVED, ACKNOWLEDGED, new RequestAct.ExtensionAsked(FRIDAY, "c", 20));
    RequestStanding granted =
        after(
            RECEIVED,
            ACKNOWLEDGED,
            new RequestAct.ExtensionAsked(FRIDAY, "c", 20),
            new RequestAct.ExtensionGranted(FRIDAY, "h", 20));

    assertEquals(LocalDate.parse("2030-04-26"), answerOn(granted));
    assertFalse(possible(granted, CLERK).contains(RequestAction.ASK_EXTENSION));
    assertTrue(possible(asked, HEAD).contains(RequestAction.GRANT_EXTENSION));
    assertFalse(possible(asked, HEAD, on("2030-03-30")).contains(RequestAction.GRANT_EXTENSION));
    assertTrue(possible(asked, HEAD, on("2030-03-30")).contains(RequestAction.REFUSE_EXTENSION));
  }

  @Test
  void consultingIsNotCountedAndEndsWithTheLastOpinion() {
    RequestAct first = new RequestAct.Consulted(on("2030-03-04"), "c", ConsultedKind.THIRD_PARTY);
    RequestAct second = new RequestAct.Consulted(on("2030-03-06"), "c", ConsultedKind.AUTHORITY);
    RequestAct one = new RequestAct.OpinionEntered(on("2030-03-08"), "c", 1, Opinion.AGREES);
    RequestAct two = new RequestAct.OpinionEntered(on("2030-03-11"), "c", 2, Opinion.AGREES);
    LocalDate alone = answerOn(after(RECEIVED, ACKNOWLEDGED));
    LocalDate both = answerOn(after(RECEIVED, ACKNOWLEDGED, first, second, one, two));
    LocalDate firstAlone = answerOn(after(RECEIVED, ACKNOWLEDGED, first, one));

    assertTrue(firstAlone.isAfter(alone));
    assertEquals(1, WEEKENDS.workingDaysBetween(firstAlone, both));
  }

  @Test
  void silenceOfThoseWhoAreAskedStopsTheClockForFifteenWorkingDaysAtMost() {
    RequestAct asked = new RequestAct.Consulted(on("2030-03-04"), "c", ConsultedKind.THIRD_PARTY);
    RequestStanding silent = after(RECEIVED, ACKNOWLEDGED, asked);
    RequestStanding late =
        after(
            RECEIVED,
            ACKNOWLEDGED,
            asked,
            new RequestAct.OpinionEntered(on("2030-04-10"), "c", 1, Opinion.NONE));

    assertEquals(answerOn(silent), answerOn(late));
    assertFalse(possible(silent, CLERK, on("2030-03-25")).contains(RequestAction.DRAFT));
    assertTrue(possible(silent, CLERK, on("2030-03-26")).contains(RequestAction.DRAFT));
    assertEquals(
        LocalDate.parse("2030-03-25"),
        LocalDate.ofInstant(
            RequestClock.opinionBy(silent.consultations().get(0), WEEKENDS), CityTime.ZONE));
  }
}
