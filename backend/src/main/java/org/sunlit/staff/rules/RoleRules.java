package org.sunlit.staff.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Rights;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;

/** Which roles may be given, by whom and together. */
public final class RoleRules {
  /** Roles that reach beyond one department; only the city gives or takes them. */
  private static final Set<Role> OF_THE_CITY =
      EnumSet.of(
          Role.ADMINISTRATOR,
          Role.SUPERVISOR,
          Role.FULL_PROCESS_AGENT,
          Role.CATALOGUE_EDITOR,
          Role.PETITION_SCREENER,
          Role.COMMITTEE_MEMBER,
          Role.INVESTIGATOR,
          Role.PUBLIC_SUPERVISOR);

  /** Roles of people who aren't staff. */
  private static final Set<Role> OF_APPLICANTS = EnumSet.of(Role.CITIZEN, Role.ENTERPRISE);

  private RoleRules() {}

  /** Keys of what is wrong with giving somebody who had the one set of roles the other. */
  public static List<String> refusals(
      Scope by, boolean oneself, Set<Role> before, Set<Role> after) {
    List<String> refusals = new ArrayList<>();
    if (after.stream().anyMatch(OF_APPLICANTS::contains)) {
      refusals.add("staff.role-of-applicants");
    }
    if (after.contains(Role.SUPERVISOR) && Rights.of(after).contains(Permission.CASES_ACT)) {
      refusals.add("staff.supervisor-processes-nothing");
    }
    if (after.contains(Role.FULL_PROCESS_AGENT) && after.size() > 1) {
      refusals.add("staff.agent-is-nothing-else");
    }
    if (!before.equals(after)) {
      if (oneself) {
        refusals.add("staff.own-roles");
      } else if (!by.everybody() && !sameOfTheCity(before, after)) {
        refusals.add("staff.role-of-the-city");
      }
    }
    return List.copyOf(refusals);
  }

  /** Whether somebody with these roles may be changed by whoever reaches that far. */
  public static boolean manageable(Scope by, Set<Role> roles) {
    return by.everybody() || roles.stream().noneMatch(OF_THE_CITY::contains);
  }

  private static boolean sameOfTheCity(Set<Role> before, Set<Role> after) {
    return OF_THE_CITY.stream().allMatch(role -> before.contains(role) == after.contains(role));
  }
}
