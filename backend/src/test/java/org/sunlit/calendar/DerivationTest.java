package org.sunlit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.calendar.CalendarFixtures.at;
import static org.sunlit.calendar.CalendarFixtures.calendarDays;
import static org.sunlit.calendar.CalendarFixtures.due;
import static org.sunlit.calendar.CalendarFixtures.fold;
import static org.sunlit.calendar.CalendarFixtures.hearing;
import static org.sunlit.calendar.CalendarFixtures.hours;
import static org.sunlit.calendar.CalendarFixtures.resume;
import static org.sunlit.calendar.CalendarFixtures.start;
import static org.sunlit.calendar.CalendarFixtures.stop;
import static org.sunlit.calendar.CalendarFixtures.workingDays;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deadline says about itself: day by day, how sure it is, what is left, by which law. */
class DerivationTest {
  @Test
  void opensTheDerivationDayByDay() {
    List<DayEntry> days = fold(workingDays(6), start("2026-02-12T09:00")).entries();
    assertEquals(
        List.of(
            "2026-02-12 eventDay 0",
            "2026-02-13 workingDay 1",
            "2026-02-14 makeUpDay 2 春节",
            "2026-02-15 holiday 0 春节"),
        days.stream().limit(4).map(DerivationTest::line).toList());
    assertEquals(
        List.of(
            "2026-02-24 workingDay 3",
            "2026-02-25 workingDay 4",
            "2026-02-26 workingDay 5",
            "2026-02-27 workingDay 6"),
        days.subList(12, days.size()).stream().map(DerivationTest::line).toList());
    List<DayEntry> moved = fold(calendarDays(2), start("2026-03-05T09:00")).entries();
    assertEquals(
        List.of(
            "2026-03-05 eventDay 0",
            "2026-03-06 calendarDay 1",
            "2026-03-07 calendarDay 2",
            "2026-03-08 weekend 0",
            "2026-03-09 movedToWorkingDay 0"),
        moved.stream().map(DerivationTest::line).toList());
    List<DayEntry> touched =
        fold(
                workingDays(2),
                start("2026-03-02T09:00"),
                hearing("2026-03-03T10:00"),
                resume("2026-03-03T16:00"))
            .entries();
    assertEquals("2026-03-03 workingDay 1 停止计时不满一日，照计", line(touched.get(1)));
  }

  @Test
  void namesThePauseThatHasTheMostOfADay() {
    List<DayEntry> days =
        fold(
                workingDays(5),
                start("2026-03-02T09:00"),
                hearing("2026-03-03T09:00"),
                resume("2026-03-04T09:00"),
                ClockEvent.pause(at("2026-03-04T09:00"), PauseGround.OTHER_STATUTE, "某法第一条"),
                resume("2026-03-05T09:00"))
            .entries();
    assertEquals("2026-03-03 paused 0 听证（中华人民共和国行政许可法第四十五条）", line(days.get(1)));
    assertEquals("2026-03-04 paused 0 法律、法规另有规定的事由（某法第一条）", line(days.get(2)));
    assertEquals("Another ground set by statute (某法第一条)", days.get(2).noteEn());
    assertEquals("2026-03-05 workingDay 1 停止计时不满一日，照计", line(days.get(3)));
  }

  @Test
  void tellsNotesInEnglishToo() {
    List<DayEntry> days =
        fold(
                workingDays(6),
                start("2026-02-12T09:00"),
                hearing("2026-02-14T09:00"),
                resume("2026-02-14T10:00"))
            .entries();
    assertEquals(
        List.of(
            "",
            "",
            "Spring Festival; Stood still for less than a full day, so it counts",
            "Spring Festival"),
        days.stream().limit(4).map(DayEntry::noteEn).toList());
    assertEquals("春节；停止计时不满一日，照计", days.get(2).note());
  }

  @Test
  void opensHoursDayByDay() {
    List<DayEntry> days =
        fold(
                hours(48),
                start("2026-03-02T10:00"),
                hearing("2026-03-03T06:00"),
                resume("2026-03-05T06:30"))
            .entries();
    assertEquals(
        List.of(
            "2026-03-02 clockHours 14",
            "2026-03-03 clockHours 20 听证（中华人民共和国行政许可法第四十五条）",
            "2026-03-04 paused 0 听证（中华人民共和国行政许可法第四十五条）",
            "2026-03-05 clockHours 37 听证（中华人民共和国行政许可法第四十五条）",
            "2026-03-06 clockHours 48"),
        days.stream().map(DerivationTest::line).toList());
    assertEquals("Hearing (Administrative Licence Law, art. 45)", days.get(2).noteEn());
    assertThrows(
        IllegalArgumentException.class,
        () -> fold(hours(Integer.MAX_VALUE), start("2026-03-02T10:00")));
  }

  @Test
  void saysThatALimitOfZeroIsDueTheSameDay() {
    assertEquals(
        List.of("2026-03-02 eventDay 0 期限为当日"),
        fold(workingDays(0), start("2026-03-02T10:00")).entries().stream()
            .map(DerivationTest::line)
            .toList());
    assertEquals(
        List.of("2026-03-01 weekend 0", "2026-03-02 movedToWorkingDay 0"),
        fold(workingDays(0), start("2026-03-01T10:00")).entries().stream()
            .map(DerivationTest::line)
            .toList());
  }

  private static String line(DayEntry entry) {
    return (entry.date() + " " + entry.reason().code() + " " + entry.number() + " " + entry.note())
        .strip();
  }

  @Test
  void isProvisionalWhenItReachesDaysNobodyHasAnnounced() {
    assertFalse(fold(workingDays(20), start("2026-11-21T09:00")).provisional());
    assertTrue(fold(workingDays(25), start("2026-11-21T09:00")).provisional());
    assertTrue(fold(calendarDays(60), start("2026-11-21T09:00")).provisional());
    assertFalse(fold(hours(2400), start("2026-11-21T09:00")).provisional());
    // The day of the event does not count, whatever it turns out to be.
    assertFalse(provisionalFrom("2026-12-24T09:00", 0));
    assertTrue(provisionalFrom("2026-12-25T09:00", 0));
    assertTrue(provisionalFrom("2026-12-24T09:00", 1));
    // 2027: New Year's Day is fixed by law; how it is moved about is not known yet.
    assertEquals("2027-01-04", due(workingDays(1), start("2026-12-31T09:00")));
  }

  private static boolean provisionalFrom(String start, int amount) {
    return fold(workingDays(amount), start(start)).provisional();
  }

  @Test
  void isNotProvisionalForTheDayOfTheEvent() {
    WorkingCalendar onlyLater =
        WorkingCalendar.of(
            List.of(
                new CalendarYear(2026, CalendarStatus.ANNOUNCED, "x"),
                new CalendarYear(2027, CalendarStatus.ANNOUNCED, "x")),
            List.of());
    List<ClockEvent> events = List.of(start("2025-12-31T09:00"));
    assertFalse(DeadlineFold.fold(events, workingDays(1), onlyLater, List.of()).provisional());
    assertTrue(DeadlineFold.fold(events, workingDays(0), onlyLater, List.of()).provisional());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T12:00, LEFT, 5",
    "2026-03-05T12:00, LEFT, 2",
    "2026-03-07T12:00, LEFT, 1",
    "2026-03-09T23:59:59, LEFT, 0",
    "2026-03-10T00:00, OVERDUE, 1",
    "2026-03-13T12:00, OVERDUE, 4",
    "2026-03-14T12:00, OVERDUE, 4",
  })
  void saysWhatIsLeftOrOverdue(String asOf, Remaining.Standing standing, int amount) {
    Derivation derivation = fold(workingDays(5), start("2026-03-02T09:00"));
    assertEquals(
        new Remaining(standing, amount, LimitUnit.WORKING_DAYS),
        derivation.remaining(at(asOf), CalendarFixtures.SHIPPED));
    assertEquals(standing == Remaining.Standing.OVERDUE, derivation.overdue(at(asOf)));
  }

  @Test
  void isOverdueByADayOnTheWeekendAfterAFriday() {
    assertEquals(
        new Remaining(Remaining.Standing.OVERDUE, 1, LimitUnit.WORKING_DAYS),
        fold(workingDays(4), start("2026-03-02T09:00"))
            .remaining(at("2026-03-07T09:00"), CalendarFixtures.SHIPPED));
  }

  @Test
  void asksAStoppedClockAtItsStop() {
    Derivation inTime =
        fold(workingDays(5), start("2026-03-02T09:00"), stop("2026-03-09T23:59:59"));
    assertFalse(inTime.late());
    assertFalse(inTime.overdue(at("2027-01-01T00:00")));
    Derivation late = fold(workingDays(5), start("2026-03-02T09:00"), stop("2026-03-11T08:00"));
    assertTrue(late.late());
    assertEquals(2, late.remaining(at("2027-01-01T00:00"), CalendarFixtures.SHIPPED).amount());
  }

  @Test
  void citesTheArticlesItRestsOn() {
    Derivation derivation =
        DeadlineFold.fold(
            List.of(start("2026-03-02T09:00"), hearing("2026-03-03T09:00")),
            workingDays(20),
            CalendarFixtures.SHIPPED,
            List.of(Statutes.DECISION));
    assertEquals(
        List.of("第四十二条第一款", "第四十五条", "第八十二条", "第二百零一条", "第二百零三条"),
        derivation.basis().stream().map(LegalBasis::article).toList());
  }

  @Test
  void namesEveryGroundForAPauseWithItsArticle() {
    for (PauseGround ground : PauseGround.values()) {
      assertEquals(ground, PauseGround.of(ground.code()));
      assertFalse(ground.label().isBlank());
      assertFalse(ground.labelEn().isBlank());
    }
    assertEquals(
        8,
        Arrays.stream(PauseGround.values())
            .filter(ground -> ground.basis().filter(Statutes.TIME_NOT_COUNTED::equals).isPresent())
            .count());
  }
}
