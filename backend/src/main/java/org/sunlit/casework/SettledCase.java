package org.sunlit.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sunlit.calendar.StoppedLate.Stopped;
import org.sunlit.casework.JournalPayload.InTime;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.platform.CityTime;

/**
 * A case whose stopped clocks were counted again.
 *
 * @param now where it stands
 * @param inTime those of them that had not run out by this calendar
 */
record SettledCase(CaseNow now, List<InTime> inTime) {
  /**
   * What a calendar says of clocks that had run out when they stopped.
   *
   * @param after the case as it stood after its first events
   */
  static SettledCase of(
      List<CaseEvent> events, Function<List<CaseEvent>, CaseNow> after, List<Stopped> clocks) {
    return new SettledCase(
        after.apply(events),
        clocks.stream().flatMap(clock -> inTime(events, after, clock).stream()).toList());
  }

  private static Optional<InTime> inTime(
      List<CaseEvent> events, Function<List<CaseEvent>, CaseNow> after, Stopped clock) {
    Instant until = clock.until().truncatedTo(ChronoUnit.MILLIS);
    List<CaseEvent> before =
        events.stream()
            .filter(event -> event.at().truncatedTo(ChronoUnit.MILLIS).isBefore(until))
            .toList();
    // A case moved to another version since stood on a flow that isn't its own any more.
    if (before.isEmpty() || !CaseBases.before(before).equals(CaseBases.before(events))) {
      return Optional.empty();
    }
    return due(after.apply(before), clock.stepId())
        .filter(due -> !due.isBefore(clock.until()))
        .map(due -> new InTime(clock.id(), CityTime.offset(due)));
  }

  private static Optional<Instant> due(CaseNow then, String stepId) {
    return stepId == null ? then.deadlines().dueAt() : JournalPayload.stepDueAt(then, stepId);
  }
}
