package org.sunlit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The calendar we ship, against what others published and against what has to hold of it. */
class ShippedCalendarTest {
  private static final WorkingCalendar CALENDAR = CalendarFixtures.SHIPPED;

  @Test
  void agreesWithThePublishedTableOnEveryDay() throws IOException {
    Optional<Path> table = publishedTable();
    assumeTrue(
        table.isPresent(), "skipped: statutory-calendar.csv is not there (SUNLIT_SHARED_DATA)");
    Map<LocalDate, String> published = new HashMap<>();
    List<String> lines = Files.readAllLines(table.get());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.strip().split(",");
      published.put(LocalDate.parse(cells[0]), cells[2].strip());
    }
    List<String> differences = new ArrayList<>();
    LocalDate.of(2006, 12, 30)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .filter(date -> CALENDAR.isWorkingDay(date) != works(date, published.get(date)))
        .forEach(date -> differences.add(date + " published " + published.get(date)));
    assertEquals(List.of(), differences);
    assertTrue(published.size() > 600, "the table is cut short");
  }

  @Test
  void declaresMakeUpWorkOnWeekendsOnly() {
    for (CalendarFile file : CalendarFile.shipped()) {
      for (DeclaredDay day : file.days()) {
        assertTrue(
            !day.working() || weekend(day.date()), day.date() + " is a working day in any case");
      }
    }
  }

  @Test
  void declaresNoDayTwice() {
    List<LocalDate> dates =
        CalendarFile.shipped().stream()
            .flatMap(file -> file.days().stream().map(DeclaredDay::date))
            .toList();
    assertEquals(Set.copyOf(dates).size(), dates.size());
  }

  @Test
  void tradesEachMakeUpDayForAWeekdayOffUnderTheNotices() {
    // What is off on weekdays beyond the statutory holidays has to be worked for on weekends.
    for (CalendarFile file : CalendarFile.shipped()) {
      if (file.year().status() == CalendarStatus.ANNOUNCED) {
        long off = file.days().stream().filter(d -> !d.working() && !weekend(d.date())).count();
        long work = file.days().stream().filter(DeclaredDay::working).count();
        int year = file.year().year();
        int statutory = year == 2007 ? 10 : year < 2025 ? 11 : 13;
        int given = year == 2015 || year == 2020 ? 2 : 0;
        // A statutory holiday on a weekend is given back on a weekday, so the sum always holds.
        assertTrue(
            off - work <= statutory + given, year + ": " + off + " off, " + work + " worked");
        assertTrue(off - work >= statutory - 3, year + ": " + off + " off, " + work + " worked");
      }
    }
  }

  @Test
  void knowsEveryYearFrom2007To2026AndHolds2027ForProvisional() {
    for (int year = 2007; year <= 2026; year++) {
      assertEquals(CalendarStatus.ANNOUNCED, CALENDAR.year(year).status(), "" + year);
      assertTrue(CALENDAR.year(year).source().contains("关于" + year + "年"), "" + year);
    }
    assertEquals(CalendarStatus.PROVISIONAL, CALENDAR.year(2027).status());
    assertEquals(
        List.of(
            "2027-01-01",
            "2027-02-05",
            "2027-02-06",
            "2027-02-07",
            "2027-02-08",
            "2027-04-05",
            "2027-05-01",
            "2027-05-02",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01",
            "2027-10-02",
            "2027-10-03"),
        CALENDAR.declaredDays(2027).stream().map(day -> day.date().toString()).toList());
  }

  @Test
  void saysThatAYearNobodyEnteredIsReckonedByWeekendsOnly() {
    assertEquals(CalendarStatus.PROVISIONAL, CALENDAR.year(2030).status());
    assertTrue(CALENDAR.year(2030).source().contains("周末"));
    assertTrue(CALENDAR.isWorkingDay(LocalDate.of(2030, 10, 1)));
    assertTrue(CALENDAR.day(LocalDate.of(2030, 10, 1)).provisional());
  }

  @Test
  void holdsTheEndOfAYearForProvisionalUntilTheNextIsAnnounced() {
    assertFalse(CALENDAR.provisional(LocalDate.of(2026, 12, 24)));
    assertTrue(CALENDAR.provisional(LocalDate.of(2026, 12, 25)));
    assertFalse(CALENDAR.provisional(LocalDate.of(2025, 12, 31)));
  }

  private static boolean works(LocalDate date, String published) {
    return published == null ? !weekend(date) : published.equals("work");
  }

  private static boolean weekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Optional<Path> publishedTable() {
    String named = System.getenv("SUNLIT_SHARED_DATA");
    List<Path> folders =
        named != null
            ? List.of(Path.of(named))
            : List.of(Path.of("../../shared/data"), Path.of("../shared/data"));
    return folders.stream()
        .map(folder -> folder.resolve("statutory-calendar.csv"))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
