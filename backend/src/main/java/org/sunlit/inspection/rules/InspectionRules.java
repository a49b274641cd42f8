package org.sunlit.inspection.rules;

import java.util.EnumSet;
import java.util.Set;

/** What may be done about an inspection as it stands, and by whom. */
public final class InspectionRules {
  private InspectionRules() {}

  /**
   * Somebody before an inspection.
   *
   * @param account whose it is
   * @param leader whether they lead the inspected department
   * @param supervisor whether they inspect; nobody judges the department they lead
   */
  public record Reader(String account, boolean leader, boolean supervisor) {
    /** Before its release it is the supervisors' alone. */
    public boolean sees(InspectionState state) {
      return supervisor || (leader && state != InspectionState.RECORDED);
    }
  }

  /** What is possible for anybody at all. */
  public static Set<InspectionAction> possible(InspectionStanding inspection) {
    return switch (inspection.state()) {
      case RECORDED -> EnumSet.of(InspectionAction.RELEASE);
      case RECTIFYING -> EnumSet.of(InspectionAction.ANSWER);
      case ANSWERED -> EnumSet.of(InspectionAction.RETURN, InspectionAction.ACCEPT);
      case RELEASED, ACCEPTED -> EnumSet.noneOf(InspectionAction.class);
    };
  }

  /** What this reader can do about it now. */
  public static Set<InspectionAction> possible(InspectionStanding inspection, Reader reader) {
    Set<InspectionAction> possible = possible(inspection);
    possible.removeIf(action -> !mayEver(action, reader));
    return possible;
  }

  /** Whether this is somebody's part at all, however the inspection stands. */
  public static boolean mayEver(InspectionAction action, Reader reader) {
    return switch (action.part()) {
      case SUPERVISOR -> reader.supervisor() && !reader.leader();
      case LEADER -> reader.leader();
    };
  }
}
