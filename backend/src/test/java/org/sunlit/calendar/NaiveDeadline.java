package org.sunlit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of ADR 0010 a second time, as slowly and plainly as possible and sharing nothing with
 * the first: it walks hour by hour, so events have to fall on whole hours. Returns the due date, or
 * null while the clock stands still.
 */
public final class NaiveDeadline {
  private final Set<LocalDate> off;
  private final Set<LocalDate> worked;
  private final int perDay;
  private final boolean restDaysCount;

  public NaiveDeadline(Set<LocalDate> off, Set<LocalDate> worked, boolean restDaysCount) {
    this.off = off;
    this.worked = worked;
    this.perDay = 24;
    this.restDaysCount = restDaysCount;
  }

  private record Step(char kind, LocalDateTime at, int days) {}

  /** S start, P pause, R resume, E extend, X stop; times in Shanghai, as recorded. */
  public LocalDate due(List<ClockEvent> events, int limit) {
    List<Step> done = new ArrayList<>();
    LocalDateTime latest = null;
    int amount = limit;
    boolean extended = false;
    for (ClockEvent event : events) {
      LocalDateTime at = local(event.at());
      if (latest != null && at.isBefore(latest)) {
        at = latest;
      }
      latest = at;
      char kind = kind(event);
      boolean started = !done.isEmpty();
      boolean standing = standing(done);
      boolean stopped = started && done.get(done.size() - 1).kind() == 'X';
      if (kind == 'S' ? started : !started || stopped) {
        continue;
      }
      boolean goesOn =
          started
              && done.get(done.size() - 1).kind() == 'R'
              && done.get(done.size() - 1).at().equals(at);
      if (kind == 'P' && (standing || !goesOn && over(done, amount, at))) {
        continue;
      }
      if (kind == 'R' && !standing) {
        continue;
      }
      if (kind == 'E') {
        if (extended || over(done, amount, at)) {
          continue;
        }
        extended = true;
        amount += ((ClockEvent.Extend) event).by().amount();
        continue;
      }
      done.add(new Step(kind, at, 0));
    }
    return walk(done, amount);
  }

  private boolean over(List<Step> done, int amount, LocalDateTime at) {
    LocalDate due = walk(done, amount);
    return due != null && at.toLocalDate().isAfter(due);
  }

  private static boolean standing(List<Step> done) {
    boolean standing = false;
    for (Step step : done) {
      standing = step.kind() == 'P' || (standing && step.kind() != 'R');
    }
    return standing;
  }

  /**
   * For each hour since the start: 0 when the clock runs, else the number of the unbroken pause.
   */
  private TreeMap<LocalDateTime, Integer> hours(List<Step> done) {
    TreeMap<LocalDateTime, Integer> hours = new TreeMap<>();
    int pause = 0;
    LocalDateTime from = null;
    LocalDateTime lastEnd = null;
    for (Step step : done) {
      if (step.kind() == 'P') {
        from = step.at();
        if (!from.equals(lastEnd)) {
          pause++;
        }
      } else if (step.kind() == 'R') {
        for (LocalDateTime hour = from; hour.isBefore(step.at()); hour = hour.plusHours(1)) {
          hours.put(hour, pause);
        }
        lastEnd = step.at();
        from = null;
      }
    }
    return hours;
  }

  private LocalDate walk(List<Step> done, int amount) {
    LocalDate first = done.get(0).at().toLocalDate();
    LocalDate candidate = amount == 0 ? first : first.plusDays(1);
    LocalDate openFrom = null;
    LocalDate chainFrom = null;
    LocalDateTime chainEnd = null;
    for (Step step : done) {
      if (step.kind() == 'P') {
        chainFrom = step.at().equals(chainEnd) ? chainFrom : step.at().toLocalDate();
        openFrom = chainFrom;
      } else if (step.kind() == 'R') {
        openFrom = null;
        chainEnd = step.at();
      }
    }
    TreeMap<LocalDateTime, Integer> hours = hours(done);
    TreeMap<Integer, Integer> budget = new TreeMap<>();
    hours.forEach(
        (hour, pause) -> {
          if (!hour.toLocalDate().isBefore(candidate) && counting(hour.toLocalDate())) {
            budget.merge(pause, 1, Integer::sum);
          }
        });
    int left = amount;
    for (LocalDate day = candidate; ; day = day.plusDays(1)) {
      if (openFrom != null && !day.isBefore(openFrom)) {
        return null;
      }
      boolean skipped = false;
      if (counting(day)) {
        for (int hour = 0; hour < perDay && !skipped; hour++) {
          Integer pause = hours.get(day.atTime(hour, 0));
          if (pause != null && budget.getOrDefault(pause, 0) >= perDay) {
            budget.merge(pause, -perDay, Integer::sum);
            skipped = true;
          }
        }
      }
      if (skipped) {
        continue;
      }
      if (left > 0 && counting(day)) {
        left--;
      }
      if (left == 0 && working(day)) {
        return day;
      }
    }
  }

  private boolean counting(LocalDate day) {
    return restDaysCount || working(day);
  }

  private boolean working(LocalDate day) {
    return worked.contains(day) || (!off.contains(day) && day.getDayOfWeek().getValue() < 6);
  }

  private static LocalDateTime local(Instant at) {
    // Shanghai is eight hours ahead of UTC, always; written out here not to share a constant.
    return LocalDateTime.ofEpochSecond(
        at.plus(8, ChronoUnit.HOURS).getEpochSecond(), 0, java.time.ZoneOffset.UTC);
  }

  private static char kind(ClockEvent event) {
    return switch (event.getClass().getSimpleName()) {
      case "Start" -> 'S';
      case "Pause" -> 'P';
      case "Resume" -> 'R';
      case "Extend" -> 'E';
      case "Stop" -> 'X';
      default -> throw new IllegalArgumentException(event.toString());
    };
  }
}
