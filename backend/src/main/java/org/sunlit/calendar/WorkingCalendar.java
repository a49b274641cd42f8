package org.sunlit.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sunlit.platform.CityTime;

/**
 * The statutory calendar (法定工作日历): which days are working days, and why. Immutable; every day from
 * {@link #FIRST} to {@link #LAST} is worked out once, so each question is an array look-up.
 *
 * <p>A weekend day is a rest day and any other day a working day, unless the State Council's notice
 * declares otherwise. A year without a notice is provisional. So are the last days of an announced
 * year as long as the next is not announced: notices have reached back as far as 29 December (2007,
 * 2018) to make room for New Year.
 */
public final class WorkingCalendar {
  /** The first day the calendar can speak of. */
  public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  /** The last day the calendar can speak of. */
  public static final LocalDate LAST = LocalDate.of(2119, 12, 31);

  /** From this day of December the next year's notice can change this year's days. */
  private static final int NEW_YEAR_REACH = 25;

  /** So many working days before a deadline are told. */
  private static final int DAYS_BEFORE = 3;

  private static final int ORIGIN = Math.toIntExact(FIRST.toEpochDay());
  private static final int SIZE = Math.toIntExact(LAST.toEpochDay()) - ORIGIN + 1;

  private final TreeMap<Integer, CalendarYear> years = new TreeMap<>();
  private final Map<LocalDate, DeclaredDay> declared = new HashMap<>();

  private final DayKind[] kinds = new DayKind[SIZE];

  /** How many working days there are up to and including each day. */
  private final int[] workedBy = new int[SIZE];

  /** The place of the nth working day; the first is at index 1. */
  private final int[] placeOf = new int[SIZE + 1];

  private WorkingCalendar(Collection<CalendarYear> years, Collection<DeclaredDay> days) {
    years.forEach(year -> this.years.put(year.year(), year));
    days.forEach(day -> declared.put(day.date(), day));
    int worked = 0;
    for (int place = 0; place < SIZE; place++) {
      kinds[place] = reckon(FIRST.plusDays(place));
      if (kinds[place].working()) {
        worked++;
        placeOf[worked] = place;
      }
      workedBy[place] = worked;
    }
  }

  /** A calendar from what is known of its years and the days they declare; a later day wins. */
  public static WorkingCalendar of(
      Collection<CalendarYear> years, Collection<DeclaredDay> declaredDays) {
    return new WorkingCalendar(years, declaredDays);
  }

  /**
   * What this day is and why.
   *
   * @throws IllegalArgumentException outside {@link #FIRST} to {@link #LAST}
   */
  public StatutoryDay day(LocalDate date) {
    return new StatutoryDay(date, kind(date), declared(date), provisional(date));
  }

  /** Whether offices work on this day. */
  public boolean isWorkingDay(LocalDate date) {
    return kind(date).working();
  }

  /** The last working days before the day of a deadline, the nearest first. */
  public List<LocalDate> workingDaysBefore(Instant due) {
    List<LocalDate> days = new ArrayList<>(DAYS_BEFORE);
    LocalDate day = LocalDate.ofInstant(due, CityTime.ZONE).minusDays(1);
    while (days.size() < DAYS_BEFORE && day.isAfter(FIRST)) {
      if (isWorkingDay(day)) {
        days.add(day);
      }
      day = day.minusDays(1);
    }
    return days;
  }

  /** Whether an announcement still to come can change what this day is. */
  public boolean provisional(LocalDate date) {
    return !announced(date.getYear())
        || (date.getMonthValue() == 12
            && date.getDayOfMonth() >= NEW_YEAR_REACH
            && !announced(date.getYear() + 1));
  }

  /**
   * The nth working day after a day, which itself never counts; for zero the day itself, or the
   * next working day when it is a rest day.
   *
   * @throws IllegalArgumentException for a negative amount or past {@link #LAST}
   */
  public LocalDate plusWorkingDays(LocalDate date, int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("Working days cannot be negative: " + amount);
    }
    if (amount == 0) {
      return onOrAfter(date);
    }
    long ordinal = (long) workedBy[place(date)] + amount;
    if (ordinal > workedBy[SIZE - 1]) {
      throw new IllegalArgumentException("The calendar ends on " + LAST);
    }
    return FIRST.plusDays(placeOf[(int) ordinal]);
  }

  /** The day itself when it is a working day, else the next working day. */
  public LocalDate onOrAfter(LocalDate date) {
    return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
  }

  /** How many working days there are after {@code from} up to and including {@code to}. */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return workedBy[place(to)] - workedBy[place(from)];
  }

  /** What is known of a year; a year nobody has entered is provisional by its weekends only. */
  public CalendarYear year(int year) {
    return years.getOrDefault(
        year, new CalendarYear(year, CalendarStatus.PROVISIONAL, "尚无放假安排，仅按周末推算 (weekends only)"));
  }

  /** The years that are entered, oldest first. */
  public List<CalendarYear> years() {
    return List.copyOf(years.values());
  }

  /** The days of a year that are declared off or working, in order. */
  public List<DeclaredDay> declaredDays(int year) {
    return declared.values().stream()
        .filter(day -> day.date().getYear() == year)
        .sorted(Comparator.comparing(DeclaredDay::date))
        .toList();
  }

  /** Whether another calendar says the same of every day and year. */
  public boolean sameAs(WorkingCalendar other) {
    return years.equals(other.years) && declared.equals(other.declared);
  }

  private boolean announced(int year) {
    CalendarYear known = years.get(year);
    return known != null && known.status() == CalendarStatus.ANNOUNCED;
  }

  DayKind kind(LocalDate date) {
    return kinds[place(date)];
  }

  Optional<DeclaredDay> declared(LocalDate date) {
    return Optional.ofNullable(declared.get(date));
  }

  private DayKind reckon(LocalDate date) {
    DeclaredDay named = declared.get(date);
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (named == null) {
      return weekend ? DayKind.WEEKEND : DayKind.WORKING_DAY;
    }
    if (!named.working()) {
      return DayKind.HOLIDAY;
    }
    return weekend ? DayKind.MAKE_UP_DAY : DayKind.WORKING_DAY;
  }

  private static int place(LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "The calendar runs from " + FIRST + " to " + LAST + ", not to " + date);
    }
    return (int) (date.toEpochDay() - ORIGIN);
  }
}
