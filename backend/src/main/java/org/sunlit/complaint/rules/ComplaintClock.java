package org.sunlit.complaint.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.Coded;

/** Until when what has to be done (I13, I14 限时办结回复). */
public final class ComplaintClock {
  /** What a deadline is for. */
  public enum For implements Coded {
    SCREENING("screening"),
    REPLY("reply"),
    RATING("rating");

    private final String code;

    For(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** A deadline and what it is for. */
  public record Running(For what, Derivation derivation) {
    public Instant dueAt() {
      return derivation.dueAt().orElseThrow().toInstant();
    }
  }

  private ComplaintClock() {}

  /** The clock that runs now; empty when nothing is waited for. */
  public static Optional<Running> running(Standing complaint, WorkingCalendar calendar) {
    return switch (complaint.state()) {
      case RECEIVED ->
          Optional.of(
              new Running(
                  For.SCREENING, from(complaint.receivedAt(), complaint.screening(), calendar)));
      case SCREENED, GROUPED, ASSIGNED, IN_HAND ->
          Optional.of(new Running(For.REPLY, reply(complaint, calendar)));
      case REPLIED ->
          Optional.of(
              new Running(
                  For.RATING,
                  from(
                      complaint.repliedAt(),
                      new Limit(complaint.ratingDays(), LimitUnit.WORKING_DAYS),
                      calendar)));
      case CLOSED -> Optional.empty();
    };
  }

  /**
   * When the answer is due. It counts from the receipt, or the reopening: passing on moves nothing.
   */
  public static Derivation reply(Standing complaint, WorkingCalendar calendar) {
    return from(complaint.roundSince(), complaint.reply(), calendar);
  }

  private static Derivation from(Instant start, Limit limit, WorkingCalendar calendar) {
    return DeadlineFold.fold(List.of(ClockEvent.start(start)), limit, calendar, List.of());
  }
}
