package org.sunlit.appointment.rules;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.sunlit.platform.Coded;

/** What becomes of an appointment. Not coming has no consequence of any kind, secret or open. */
public enum AppointmentState implements Coded {
  /** 已预约 */
  BOOKED("booked"),
  /** 已叫号 */
  CALLED("called"),
  /** 已办 */
  SERVED("served"),
  /** 未到 */
  NO_SHOW("noShow"),
  /** 已取消 */
  CANCELLED("cancelled");

  private final String code;

  AppointmentState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * What the staff can make of it now. Nobody is marked as not come before their time.
   *
   * @param startsAt when the appointment is
   */
  public Set<AppointmentState> next(Instant startsAt, Instant now) {
    return switch (this) {
      case BOOKED -> now.isBefore(startsAt) ? EnumSet.of(CALLED) : EnumSet.of(CALLED, NO_SHOW);
      case CALLED -> now.isBefore(startsAt) ? EnumSet.of(SERVED) : EnumSet.of(SERVED, NO_SHOW);
      // Whoever comes late is still served.
      case NO_SHOW -> EnumSet.of(CALLED);
      case SERVED, CANCELLED -> EnumSet.noneOf(AppointmentState.class);
    };
  }

  /** Whether whoever booked can still move or cancel it: until it begins. */
  public boolean movable(Instant startsAt, Instant now) {
    return this == BOOKED && now.isBefore(startsAt);
  }
}
