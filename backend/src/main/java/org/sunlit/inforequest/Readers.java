package org.sunlit.inforequest;

import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Role;
import org.sunlit.inforequest.rules.RequestRules;

/** Somebody of the staff, as the rules know them. */
final class Readers {
  private Readers() {}

  static RequestRules.Reader of(Actor actor) {
    return new RequestRules.Reader(
        actor.accountId(),
        actor.may(Permission.INFO_REQUESTS_HANDLE) ? actor.departmentCode() : null,
        actor.may(Permission.INFO_REQUESTS_HANDLE),
        actor.may(Permission.INFO_REQUESTS_RELEASE),
        actor.is(Role.SUPERVISOR));
  }
}
