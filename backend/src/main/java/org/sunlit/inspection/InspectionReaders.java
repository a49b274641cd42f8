package org.sunlit.inspection;

import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.inspection.rules.InspectionRules.Reader;

/** Who stands how to an inspection: supervisors see all, leaders their department's. */
final class InspectionReaders {
  private InspectionReaders() {}

  /**
   * How far somebody reaches.
   *
   * @param department whose released inspections they see as its leader; null for who leads none
   */
  record Scope(boolean everything, String department) {}

  static Scope scope(Actor actor) {
    return new Scope(supervises(actor), leads(actor) ? actor.departmentCode() : null);
  }

  static Reader reader(Actor actor, String departmentCode) {
    return new Reader(
        actor.accountId(),
        leads(actor) && departmentCode.equals(actor.departmentCode()),
        supervises(actor));
  }

  private static boolean supervises(Actor actor) {
    return actor.may(Permission.INSPECTIONS_KEEP);
  }

  private static boolean leads(Actor actor) {
    return actor.may(Permission.INSPECTIONS_ANSWER) && actor.departmentCode() != null;
  }
}
