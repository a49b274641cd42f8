package org.sunlit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;

/** What holds of every deadline, tried on random clocks from fixed seeds. */
class DeadlinePropertiesTest {
  private static final WorkingCalendar CALENDAR = CalendarFixtures.SHIPPED;
  private static final int RUNS = 20_000;

  @Test
  void agreesWithTheSlowSecondCount() {
    Set<LocalDate> off = CalendarFixtures.declared(false);
    Set<LocalDate> worked = CalendarFixtures.declared(true);
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      boolean calendarDays = random.nextInt(3) == 0;
      int amount = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(25);
      Limit limit =
          new Limit(amount, calendarDays ? LimitUnit.CALENDAR_DAYS : LimitUnit.WORKING_DAYS);
      List<ClockEvent> events = anyEvents(random, limit.unit());
      LocalDate slow = new NaiveDeadline(off, worked, calendarDays).due(events, amount);
      LocalDate fast = fold(events, limit).dueDate().orElse(null);
      assertEquals(slow, fast, () -> "seed " + limit + " " + events);
    }
  }

  @Test
  void neverShortensALimitNorWinsMoreThanTheClockStood() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Limit limit = CalendarFixtures.workingDays(1 + random.nextInt(20));
      Instant start = moment(random);
      Instant from = start.plus(random.nextInt(30 * 24 * 60), ChronoUnit.MINUTES);
      Instant to = from.plus(random.nextInt(12 * 24 * 60), ChronoUnit.MINUTES);
      LocalDate plain = due(limit, ClockEvent.start(start));
      LocalDate paused =
          due(
              limit,
              ClockEvent.start(start),
              ClockEvent.pause(from, PauseGround.TESTING),
              ClockEvent.resume(to));
      assertFalse(paused.isBefore(plain), "seed " + seed);
      long won = CALENDAR.workingDaysBetween(plain, paused);
      assertTrue(won <= Duration.between(from, to).toDays(), "seed " + seed);
      if (Days.dateOf(from).equals(Days.dateOf(to)) || Days.dateOf(from).isAfter(plain)) {
        assertEquals(plain, paused, "seed " + seed);
      }
      // Losing at most part of a day: whole working days stood through are all given back.
      long through =
          Days.dateOf(from)
              .plusDays(1)
              .datesUntil(latest(Days.dateOf(to), Days.dateOf(from).plusDays(1)))
              .filter(CALENDAR::isWorkingDay)
              .count();
      if (!Days.dateOf(from).isAfter(plain) && Days.dateOf(from).isAfter(Days.dateOf(start))) {
        assertTrue(won >= through, "seed " + seed + " won " + won + " of " + through);
      }
    }
  }

  @Test
  void alwaysEndsOnAWorkingDayThatIsNumberedLast() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Limit limit = CalendarFixtures.workingDays(1 + random.nextInt(30));
      Derivation derivation = fold(anyEvents(random, limit.unit()), limit);
      List<DayEntry> counted = derivation.entries().stream().filter(DayEntry::counted).toList();
      for (int index = 0; index < counted.size(); index++) {
        assertEquals(index + 1, counted.get(index).number());
        assertTrue(CALENDAR.isWorkingDay(counted.get(index).date()));
      }
      for (int index = 1; index < derivation.entries().size(); index++) {
        assertEquals(
            derivation.entries().get(index - 1).date().plusDays(1),
            derivation.entries().get(index).date(),
            "no day is missing");
      }
      if (derivation.dueDate().isPresent()) {
        assertEquals(derivation.limit().amount(), counted.size());
        assertEquals(derivation.dueDate().get(), counted.get(counted.size() - 1).date());
      } else {
        assertEquals(derivation.limit().amount(), counted.size() + derivation.unitsLeft());
      }
    }
  }

  @Test
  void readsAClockThatJumpsBackAsOneThatStoodStill() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Limit limit = CalendarFixtures.workingDays(random.nextInt(20));
      List<ClockEvent> events = anyEvents(random, limit.unit());
      List<ClockEvent> straightened = new ArrayList<>();
      Instant latest = Instant.MIN;
      for (ClockEvent event : events) {
        latest = event.at().isAfter(latest) ? event.at() : latest;
        straightened.add(at(event, latest));
      }
      assertEquals(fold(straightened, limit).dueAt(), fold(events, limit).dueAt(), "seed " + seed);
    }
  }

  @Test
  void startsLaterNeverEndsEarlier() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Limit limit =
          new Limit(
              random.nextInt(30), LimitUnit.values()[random.nextInt(LimitUnit.values().length)]);
      Instant start = moment(random);
      Instant later = start.plus(random.nextInt(10_000), ChronoUnit.MINUTES);
      assertFalse(
          due(limit, ClockEvent.start(later)).isBefore(due(limit, ClockEvent.start(start))));
    }
  }

  @Test
  void givesHoursBackToTheMinute() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Instant start = moment(random);
      Instant from = start.plus(random.nextInt(60 * 60), ChronoUnit.MINUTES);
      Duration stood = Duration.ofMinutes(random.nextInt(5000));
      Limit limit = CalendarFixtures.hours(72);
      Instant due =
          fold(
                  List.of(
                      ClockEvent.start(start),
                      ClockEvent.pause(from, PauseGround.APPRAISAL),
                      ClockEvent.resume(from.plus(stood))),
                  limit)
              .dueAt()
              .orElseThrow()
              .toInstant();
      assertEquals(start.plus(72, ChronoUnit.HOURS).plus(stood), due, "seed " + seed);
    }
  }

  private static List<ClockEvent> anyEvents(Random random, LimitUnit unit) {
    List<ClockEvent> events = new ArrayList<>();
    Instant at = moment(random);
    events.add(ClockEvent.start(at));
    int count = random.nextInt(9);
    for (int index = 0; index < count; index++) {
      // Sometimes back in time, often the same moment, mostly some hours or days on.
      int hours = random.nextInt(5) == 0 ? 0 : random.nextInt(90) - 10;
      at = at.plus(hours, ChronoUnit.HOURS);
      events.add(
          switch (random.nextInt(9)) {
            case 0 -> ClockEvent.start(at);
            case 1 -> ClockEvent.extend(at, new Limit(random.nextInt(11), unit));
            case 2 -> random.nextInt(4) == 0 ? ClockEvent.stop(at) : ClockEvent.resume(at);
            case 3, 4, 5 -> ClockEvent.resume(at);
            default -> ClockEvent.pause(at, PauseGround.HEARING);
          });
    }
    return events;
  }

  private static Instant moment(Random random) {
    return LocalDateTime.of(2007, 1, 1, 0, 0)
        .plusHours(random.nextInt(20 * 366 * 24))
        .atZone(CityTime.ZONE)
        .toInstant();
  }

  private static ClockEvent at(ClockEvent event, Instant at) {
    if (event instanceof ClockEvent.Start) {
      return ClockEvent.start(at);
    } else if (event instanceof ClockEvent.Pause pause) {
      return ClockEvent.pause(at, pause.ground());
    } else if (event instanceof ClockEvent.Extend extend) {
      return ClockEvent.extend(at, extend.by());
    }
    return event instanceof ClockEvent.Stop ? ClockEvent.stop(at) : ClockEvent.resume(at);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static Derivation fold(List<ClockEvent> events, Limit limit) {
    return DeadlineFold.fold(events, limit, CALENDAR, List.of());
  }

  private static LocalDate due(Limit limit, ClockEvent... events) {
    return fold(List.of(events), limit).dueDate().orElseThrow();
  }
}
