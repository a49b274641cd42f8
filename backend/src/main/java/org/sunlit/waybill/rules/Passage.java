package org.sunlit.waybill.rules;

import java.time.LocalDate;

/**
 * Paper under way.
 *
 * @param expectedOn the last day on which it is in time
 * @param received whether somebody has signed for it
 * @param missing whether somebody has said that it is lost
 */
public record Passage(
    Direction direction, LocalDate expectedOn, boolean received, boolean missing) {
  /** So many working days it takes where nobody says otherwise. */
  public static final int USUAL_DAYS = 3;

  /** Nobody expects paper later than in so many days. */
  public static final int MOST_DAYS = 30;

  /** How far it has come; what was lost and turned up is received. */
  public WaybillState on(LocalDate today) {
    if (received) {
      return WaybillState.RECEIVED;
    }
    if (missing) {
      return WaybillState.MISSING;
    }
    return today.isAfter(expectedOn) ? WaybillState.LATE : WaybillState.ON_THE_WAY;
  }

  /** Whether whoever is at this end may sign for it. */
  public boolean receivable(Side side) {
    return !received && side == direction.to();
  }

  /** Whether it can be said to be lost: by either end, once. */
  public boolean losable() {
    return !received && !missing;
  }

  /** Whether paper sent today can be expected on a day. */
  public static boolean canBeExpected(LocalDate day, LocalDate today) {
    return !day.isBefore(today) && !day.isAfter(today.plusDays(MOST_DAYS));
  }
}
