package org.sunlit.attendance.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.identity.Span;

/**
 * A day of somebody's attendance (考勤日), judged from when they were wanted, what they signed and the
 * time it is. Only the first coming and the last going count: in between people go for lunch.
 *
 * @param opens when they were wanted first; null when not at all
 * @param closes until when; null when not at all
 * @param firstIn null when they didn't sign in
 * @param lastOut null unless signing out was the last they did
 * @param lateMinutes whole minutes after {@code opens}; 0 when within the grace
 * @param earlyMinutes whole minutes before {@code closes}; 0 when within the grace, or unknown
 */
public record AttendanceDay(
    LocalDate day,
    DayState state,
    Instant opens,
    Instant closes,
    Instant firstIn,
    Instant lastOut,
    int lateMinutes,
    int earlyMinutes) {

  /**
   * Judges a day.
   *
   * @param signs of that day, in their order
   */
  public static AttendanceDay judge(Wanted wanted, List<Sign> signs, Instant now) {
    Instant in = firstIn(signs);
    Instant out = lastOut(signs);
    if (!wanted.open()) {
      return new AttendanceDay(wanted.day(), DayState.FREE, null, null, in, out, 0, 0);
    }
    List<Span> spans = wanted.spans();
    if (spans.isEmpty()) {
      return new AttendanceDay(wanted.day(), DayState.LEAVE, null, null, in, out, 0, 0);
    }
    Instant opens = spans.get(0).from();
    Instant closes = spans.get(spans.size() - 1).until();
    if (in == null) {
      DayState state =
          now.isAfter(opens.plus(wanted.grace())) ? DayState.MISSING : DayState.PENDING;
      return new AttendanceDay(wanted.day(), state, opens, closes, null, out, 0, 0);
    }
    int late = in.isAfter(opens.plus(wanted.grace())) ? minutes(opens, in) : 0;
    boolean over = !now.isBefore(closes);
    boolean early = over && out != null && out.isBefore(closes.minus(wanted.grace()));
    boolean never = out == null && !now.isBefore(wanted.end());
    DayState state = late > 0 ? DayState.LATE : DayState.PRESENT;
    return new AttendanceDay(
        wanted.day(),
        late == 0 && (early || never) ? DayState.LEFT_EARLY : state,
        opens,
        closes,
        in,
        out,
        late,
        early ? minutes(out, closes) : 0);
  }

  /** The same as it was put right when a contest 异议 was upheld. */
  public AttendanceDay corrected(DayState to) {
    return new AttendanceDay(day, to, opens, closes, firstIn, lastOut, 0, 0);
  }

  private static Instant firstIn(List<Sign> signs) {
    return signs.stream()
        .filter(sign -> sign.kind() == SignKind.IN)
        .map(Sign::at)
        .findFirst()
        .orElse(null);
  }

  private static Instant lastOut(List<Sign> signs) {
    Sign last = signs.isEmpty() ? null : signs.get(signs.size() - 1);
    return last != null && last.kind() == SignKind.OUT ? last.at() : null;
  }

  /** At least one: what is beyond the grace is never nothing. */
  private static int minutes(Instant from, Instant until) {
    return (int) Math.max(1, Duration.between(from, until).toMinutes());
  }
}
