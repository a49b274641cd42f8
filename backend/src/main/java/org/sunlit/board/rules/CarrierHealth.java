package org.sunlit.board.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Tells how a carrier is from what is known of it.
 *
 * @param silentAfter a device from which nothing was heard for longer is offline
 * @param oldAfter what it shows is old when it heard of the city longer ago
 */
public record CarrierHealth(Duration silentAfter, Duration oldAfter) {
  /** A device says so three times before it is missed: one lost call is no outage. */
  private static final int BEATS_MISSED = 3;

  /** As long without news from the city as no working network needs. */
  private static final Duration OLD = Duration.ofMinutes(10);

  /** The rule where devices say every so often that they are alive. */
  public static CarrierHealth every(Duration beat) {
    return new CarrierHealth(beat.multipliedBy(BEATS_MISSED), OLD);
  }

  /**
   * How something with a device is.
   *
   * @param seenAt when it was heard of last; null for never
   * @param dataAge how long before that it had heard of the city; null for never
   */
  public CarrierState device(Instant seenAt, Duration dataAge, Instant now) {
    if (seenAt == null) {
      return CarrierState.UNPAIRED;
    }
    if (seenAt.plus(silentAfter).isBefore(now)) {
      return CarrierState.OFFLINE;
    }
    return dataAge != null && dataAge.compareTo(oldAfter) > 0
        ? CarrierState.STALE
        : CarrierState.ONLINE;
  }

  /**
   * How something without one is.
   *
   * @param dueOn the last day to change it; null without an interval
   */
  public static CarrierState posted(LocalDate dueOn, LocalDate today) {
    if (dueOn == null) {
      return CarrierState.KEPT;
    }
    return today.isAfter(dueOn) ? CarrierState.OVERDUE : CarrierState.POSTED;
  }

  /**
   * The last day to change it.
   *
   * @param postedOn when it was changed last; null for never, then its days run from its entry
   * @param days null without an interval
   */
  public static LocalDate dueOn(LocalDate registeredOn, LocalDate postedOn, Integer days) {
    return days == null ? null : (postedOn == null ? registeredOn : postedOn).plusDays(days);
  }
}
