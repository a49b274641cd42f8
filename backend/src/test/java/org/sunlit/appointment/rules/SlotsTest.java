package org.sunlit.appointment.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.Opening;
import org.sunlit.place.rules.OpeningException;

class SlotsTest {
  /** A Monday. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static final Predicate<LocalDate> WEEKDAYS =
      day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  private static final Hours HOURS =
      new Hours(
          List.of(
              new Hours.Span(LocalTime.of(8, 30), LocalTime.of(10, 0)),
              new Hours.Span(LocalTime.of(14, 0), LocalTime.of(15, 0))));

  private static Slots slots(int minutes, LocalDate from, LocalDate until, int ahead) {
    return new Slots(Opening.usually(HOURS), minutes, from, until, ahead);
  }

  @Test
  void slotsEndBeforeThePlaceCloses() {
    assertEquals(
        List.of(
            LocalTime.of(8, 30),
            LocalTime.of(9, 0),
            LocalTime.of(9, 30),
            LocalTime.of(14, 0),
            LocalTime.of(14, 30)),
        slots(30, MONDAY, null, 5).starts(MONDAY, WEEKDAYS));
    // Forty minutes fit twice into ninety, and once into sixty.
    assertEquals(
        List.of(LocalTime.of(8, 30), LocalTime.of(9, 10), LocalTime.of(14, 0)),
        slots(40, MONDAY, null, 5).starts(MONDAY, WEEKDAYS));
    assertEquals(List.of(), slots(120, MONDAY, null, 5).starts(MONDAY, WEEKDAYS));
  }

  @Test
  void daysAreWorkingDaysFromTodayAsFarAsOneCanBook() {
    assertEquals(
        List.of(MONDAY, MONDAY.plusDays(1)), slots(30, MONDAY, null, 1).days(MONDAY, WEEKDAYS));
    LocalDate friday = MONDAY.plusDays(4);
    assertEquals(
        List.of(friday, MONDAY.plusDays(7)), slots(30, MONDAY, null, 3).days(friday, WEEKDAYS));
    assertEquals(List.of(friday), slots(30, MONDAY, friday.plusDays(1), 9).days(friday, WEEKDAYS));
    assertEquals(List.of(), slots(30, MONDAY, friday, 9).days(MONDAY.plusDays(5), WEEKDAYS));
    assertEquals(List.of(friday), slots(30, friday, null, 5).days(MONDAY, WEEKDAYS));
  }

  @Test
  void aClosedDayHasNoSlotsAndAnOpenSaturdayHas() {
    LocalDate saturday = MONDAY.plusDays(5);
    Hours morning = new Hours(List.of(new Hours.Span(LocalTime.of(9, 0), LocalTime.of(10, 0))));
    Slots slots =
        new Slots(
            new Opening(
                HOURS,
                List.of(
                    new OpeningException(
                        MONDAY.plusDays(1), MONDAY.plusDays(3), new Hours(List.of()), "检修", null),
                    new OpeningException(saturday, saturday, morning, "周六开放", null))),
            30,
            MONDAY,
            null,
            7);
    assertEquals(
        List.of(MONDAY, MONDAY.plusDays(4), saturday, MONDAY.plusDays(7)),
        slots.days(MONDAY, WEEKDAYS));
    assertEquals(
        List.of(LocalTime.of(9, 0), LocalTime.of(9, 30)), slots.starts(saturday, WEEKDAYS));
    assertFalse(
        slots.offers(MONDAY.plusDays(2), LocalTime.of(9, 0), MONDAY.atTime(8, 0), WEEKDAYS));
    assertTrue(slots.offers(saturday, LocalTime.of(9, 30), MONDAY.atTime(8, 0), WEEKDAYS));
    assertTrue(slots.opening().isOpen(saturday, LocalTime.of(9, 30), 30, WEEKDAYS));
    assertFalse(slots.opening().isOpen(saturday, LocalTime.of(9, 30), 31, WEEKDAYS));
    assertFalse(slots.opening().isOpen(MONDAY.plusDays(1), LocalTime.of(9, 0), 30, WEEKDAYS));
  }

  @Test
  void nothingIsOfferedSoonerThanInHalfAnHour() {
    Slots slots = slots(30, MONDAY, null, 5);
    LocalTime nine = LocalTime.of(9, 0);
    assertTrue(slots.offers(MONDAY, nine, MONDAY.atTime(8, 30), WEEKDAYS));
    assertFalse(slots.offers(MONDAY, nine, MONDAY.atTime(8, 31), WEEKDAYS));
    assertFalse(slots.offers(MONDAY, LocalTime.of(9, 7), MONDAY.atTime(8, 0), WEEKDAYS));
    assertFalse(slots.offers(MONDAY.plusDays(5), nine, MONDAY.atTime(8, 0), WEEKDAYS));
  }

  @Test
  void nobodyIsMarkedAsNotComeBeforeTheirTimeAndWhoeverIsLateIsStillServed() {
    Instant at = Instant.parse("2026-03-02T01:00:00Z");
    Instant before = at.minusSeconds(1);
    assertEquals(Set.of(AppointmentState.CALLED), AppointmentState.BOOKED.next(at, before));
    assertEquals(
        Set.of(AppointmentState.CALLED, AppointmentState.NO_SHOW),
        AppointmentState.BOOKED.next(at, at));
    assertEquals(Set.of(AppointmentState.CALLED), AppointmentState.NO_SHOW.next(at, at));
    assertTrue(AppointmentState.CALLED.next(at, before).contains(AppointmentState.SERVED));
    assertEquals(Set.of(), AppointmentState.SERVED.next(at, at));
    assertEquals(Set.of(), AppointmentState.CANCELLED.next(at, at));
    for (AppointmentState state : AppointmentState.values()) {
      assertEquals(state == AppointmentState.BOOKED, state.movable(at, before), state.code());
      assertFalse(state.movable(at, at), state.code());
    }
  }
}
