package org.sunlit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts a limit in working or calendar days (以日计算的期限), day by day, by the rules of ADR 0010.
 *
 * <p>A day can be left out for a pause only as a whole: an unbroken pause leaves out one counting
 * day for each full 24 hours of counting days it lasted, from the day it began. So a pause and a
 * resume on one day win nothing, nor does a pause over the night, however often.
 */
final class DayCount {
  private static final Duration FULL_DAY = Duration.ofDays(1);

  private final LocalDate startDate;
  private final Limit limit;
  private final WorkingCalendar calendar;
  private final Map<LocalDate, Stand> leftOut = new HashMap<>();
  private final Set<LocalDate> touched = new HashSet<>();
  private final List<DayEntry> entries = new ArrayList<>();

  private DayCount(Instant start, Limit limit, WorkingCalendar calendar) {
    this.startDate = Days.dateOf(start);
    this.limit = limit;
    this.calendar = calendar;
  }

  static Counted count(Instant start, Limit limit, List<Stand> stands, WorkingCalendar calendar) {
    return new DayCount(start, limit, calendar).run(stands);
  }

  private Counted run(List<Stand> stands) {
    spans(stands).forEach(this::leaveOut);
    Stand open = stands.isEmpty() ? null : stands.get(stands.size() - 1);
    LocalDate standsFrom = open != null && open.open() ? Days.dateOf(standingSince(stands)) : null;
    LocalDate date = startDate;
    if (limit.amount() > 0) {
      add(date, false, 0, DayReason.EVENT_DAY, "", "");
      date = date.plusDays(1);
    }
    int counted = 0;
    while (standsFrom == null || date.isBefore(standsFrom)) {
      boolean enough = counted == limit.amount();
      if (!leftOut.containsKey(date) && counts(date) && !enough) {
        counted++;
        addCounted(date, counted);
        if (counted == limit.amount() && calendar.isWorkingDay(date)) {
          return due(date);
        }
      } else if (enough && !leftOut.containsKey(date) && calendar.isWorkingDay(date)) {
        addMoved(date);
        return due(date);
      } else {
        addNotCounted(date);
      }
      date = date.plusDays(1);
    }
    if (date.equals(standsFrom)) {
      add(date, false, 0, DayReason.PAUSED, open.note(), open.noteEn());
    }
    return new Counted(null, null, limit.amount() - counted, List.copyOf(entries));
  }

  /** Since when it has stood without a gap, on whatever grounds. */
  private static Instant standingSince(List<Stand> stands) {
    Instant since = stands.get(stands.size() - 1).from();
    for (int place = stands.size() - 2; place >= 0; place--) {
      if (!stands.get(place).to().equals(since)) {
        return since;
      }
      since = stands.get(place).from();
    }
    return since;
  }

  /** Whether this kind of day counts toward the limit, pauses aside. */
  private boolean counts(LocalDate date) {
    return limit.unit() == LimitUnit.CALENDAR_DAYS || calendar.isWorkingDay(date);
  }

  /** Pauses that follow each other without a gap are one, whatever their grounds. */
  private static List<List<Stand>> spans(List<Stand> stands) {
    List<List<Stand>> spans = new ArrayList<>();
    Stand before = null;
    for (Stand stand : stands) {
      if (stand.open()) {
        break;
      }
      if (stand.from().equals(stand.to())) {
        continue;
      }
      if (before == null || !before.to().equals(stand.from())) {
        spans.add(new ArrayList<>());
      }
      spans.get(spans.size() - 1).add(stand);
      before = stand;
    }
    return spans;
  }

  private void leaveOut(List<Stand> span) {
    Instant from = span.get(0).from();
    Instant to = span.get(span.size() - 1).to();
    LocalDate first = limit.amount() > 0 ? startDate.plusDays(1) : startDate;
    List<LocalDate> counting = new ArrayList<>();
    Duration stood = Duration.ZERO;
    for (LocalDate date = Days.dateOf(from);
        Days.startOf(date).isBefore(to);
        date = date.plusDays(1)) {
      if (!date.isBefore(first) && counts(date)) {
        counting.add(date);
        stood = stood.plus(on(date, from, to));
      }
    }
    int whole = (int) stood.dividedBy(FULL_DAY);
    counting.subList(0, whole).forEach(date -> leftOut.put(date, mostOf(date, span)));
    touched.addAll(counting);
  }

  private static Duration on(LocalDate date, Instant from, Instant to) {
    return Stand.overlap(from, to, Days.startOf(date), Days.startOf(date.plusDays(1)));
  }

  /** The pause that has the most of a day. */
  private static Stand mostOf(LocalDate date, List<Stand> span) {
    return Collections.max(span, Comparator.comparing(stand -> on(date, stand.from(), stand.to())));
  }

  private void addCounted(LocalDate date, int number) {
    DayReason reason =
        switch (limit.unit()) {
          case CALENDAR_DAYS, HOURS -> DayReason.CALENDAR_DAY;
          case WORKING_DAYS ->
              calendar.kind(date) == DayKind.MAKE_UP_DAY
                  ? DayReason.MAKE_UP_DAY
                  : DayReason.WORKING_DAY;
        };
    boolean partly = touched.contains(date);
    String name = reason == DayReason.MAKE_UP_DAY ? name(date) : "";
    String nameEn = reason == DayReason.MAKE_UP_DAY ? nameEn(date) : "";
    add(
        date,
        true,
        number,
        reason,
        partly ? join(name, "停止计时不满一日，照计", "；") : name,
        partly ? join(nameEn, "Stood still for less than a full day, so it counts", "; ") : nameEn);
  }

  private static String join(String first, String second, String separator) {
    return first.isEmpty() ? second : first + separator + second;
  }

  private void addMoved(LocalDate date) {
    if (date.equals(startDate)) {
      add(date, false, 0, DayReason.EVENT_DAY, "期限为当日", "Due the same day");
    } else {
      add(date, false, 0, DayReason.MOVED_TO_WORKING_DAY, "", "");
    }
  }

  private void addNotCounted(LocalDate date) {
    Stand stand = leftOut.get(date);
    if (stand != null) {
      add(date, false, 0, DayReason.PAUSED, stand.note(), stand.noteEn());
    } else if (calendar.kind(date) == DayKind.HOLIDAY) {
      add(date, false, 0, DayReason.HOLIDAY, name(date), nameEn(date));
    } else {
      add(date, false, 0, DayReason.WEEKEND, "", "");
    }
  }

  private String name(LocalDate date) {
    return calendar.declared(date).map(DeclaredDay::name).orElse("");
  }

  private String nameEn(LocalDate date) {
    return calendar.declared(date).map(DeclaredDay::nameEn).orElse("");
  }

  private void add(
      LocalDate date, boolean counted, int number, DayReason reason, String note, String noteEn) {
    entries.add(
        new DayEntry(date, counted, number, reason, note, noteEn, calendar.provisional(date)));
  }

  private Counted due(LocalDate date) {
    return new Counted(date, Days.endOf(date), 0, List.copyOf(entries));
  }
}
