package org.sunlit.attendance.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What days come to.
 *
 * @param expected on so many days somebody was wanted, and the day is judged: the denominator of
 *     all others
 * @param leaveCovered of the days of leave, so many on which a B took over
 * @param stoodIn on so many days they themselves stood in as B for an absent A (AB岗, C9)
 */
public record AttendanceTally(
    int expected,
    int present,
    int late,
    int leftEarly,
    int leave,
    int leaveCovered,
    int missing,
    int stoodIn) {

  /**
   * A day as it is counted.
   *
   * @param covered whether a B took over
   * @param stoodIn whether they took over for another
   */
  public record Counted(DayState state, boolean covered, boolean stoodIn) {}

  public static AttendanceTally of(Collection<Counted> days) {
    Map<DayState, List<Counted>> by = days.stream().collect(Collectors.groupingBy(Counted::state));
    Function<DayState, Integer> number = state -> by.getOrDefault(state, List.of()).size();
    return new AttendanceTally(
        days.size() - number.apply(DayState.FREE) - number.apply(DayState.PENDING),
        number.apply(DayState.PRESENT),
        number.apply(DayState.LATE),
        number.apply(DayState.LEFT_EARLY),
        number.apply(DayState.LEAVE),
        (int) by.getOrDefault(DayState.LEAVE, List.of()).stream().filter(Counted::covered).count(),
        number.apply(DayState.MISSING),
        (int) days.stream().filter(Counted::stoodIn).count());
  }
}
