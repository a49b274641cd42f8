package org.sunlit.attendance.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.identity.Span;
import org.sunlit.place.rules.Hours;
import org.sunlit.platform.CityTime;

/**
 * When somebody was to be at the window on a day.
 *
 * @param working whether their place is open on it, and they held a post on it
 * @param hours when it is open: on working days 工作日, make-up days 调休 among them, as usual, and on
 *     days of its own as was announced
 * @param leaves approved absences 请假; what one handed over by oneself is none
 * @param grace so much later than opening, or earlier than closing, is nobody's fault
 */
public record Wanted(
    LocalDate day, boolean working, Hours hours, List<Span> leaves, Duration grace) {
  public Wanted {
    leaves = List.copyOf(leaves);
  }

  /** Whether anybody is expected at all. */
  boolean open() {
    return working && !hours.spans().isEmpty();
  }

  /** The opening hours without the absences, in their order. */
  List<Span> spans() {
    List<Span> left =
        hours.spans().stream().map(open -> new Span(at(open.from()), at(open.until()))).toList();
    for (Span leave : leaves) {
      left = left.stream().flatMap(span -> without(span, leave).stream()).toList();
    }
    return left;
  }

  /** The first moment after the day. */
  Instant end() {
    return day.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
  }

  private Instant at(java.time.LocalTime time) {
    return day.atTime(time).atZone(CityTime.ZONE).toInstant();
  }

  private static List<Span> without(Span span, Span leave) {
    if (!span.overlaps(leave)) {
      return List.of(span);
    }
    List<Span> left = new ArrayList<>();
    if (leave.from() != null && span.from().isBefore(leave.from())) {
      left.add(new Span(span.from(), leave.from()));
    }
    if (leave.until() != null && leave.until().isBefore(span.until())) {
      left.add(new Span(leave.until(), span.until()));
    }
    return left;
  }
}
