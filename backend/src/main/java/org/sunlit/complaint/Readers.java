package org.sunlit.complaint;

import java.time.LocalDate;
import java.util.Set;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Role;

/** Somebody of the staff, with the days they are on duty. */
record Readers(Actor actor, Set<LocalDate> dutyDays, LocalDate today) {
  private static final Set<Role> HANDLING =
      Set.of(Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.CHIEF_REPRESENTATIVE);

  /** The department they handle complaints for; null for none. */
  String department() {
    return HANDLING.stream().anyMatch(actor::is) ? actor.departmentCode() : null;
  }

  /** Whether they see all but those about themselves. */
  boolean seesAll() {
    return actor.is(Role.SUPERVISOR) || actor.may(Permission.COMPLAINTS_SCREEN);
  }

  boolean onDutyToday() {
    return dutyDays.contains(today);
  }

  ComplaintRules.Reader of(LocalDate receivedOn) {
    return new ComplaintRules.Reader(
        actor.accountId(),
        department(),
        actor.is(Role.APPROVER) || actor.is(Role.CHIEF_REPRESENTATIVE),
        actor.may(Permission.COMPLAINTS_SCREEN),
        dutyDays.contains(receivedOn) || onDutyToday(),
        actor.is(Role.SUPERVISOR));
  }
}
