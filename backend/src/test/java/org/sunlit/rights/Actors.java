package org.sunlit.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Rights;
import org.sunlit.identity.Role;

/**
 * Somebody who asks.
 *
 * @param role empty for a guest
 */
record Actors(Optional<Role> role) {

  /** A guest, and somebody of every role. */
  static List<Actors> all() {
    List<Actors> all = new ArrayList<>();
    all.add(new Actors(Optional.empty()));
    for (Role role : Role.values()) {
      all.add(new Actors(Optional.of(role)));
    }
    return all;
  }

  boolean isGuest() {
    return role.isEmpty();
  }

  boolean may(String permission) {
    return Permission.of(permission)
        .map(wanted -> role.isPresent() && Rights.of(Set.of(role.get())).contains(wanted))
        .orElse(!isGuest());
  }

  /** What somebody with a right to look into cases sees of them. */
  boolean sees(Reach reach) {
    return switch (role.orElseThrow()) {
      case SUPERVISOR -> true;
      case TOWNSHIP_CLERK, VILLAGE_AGENT -> reach != Reach.OTHER_REGION;
      case WINDOW_CLERK, REVIEWER, APPROVER, CHIEF_REPRESENTATIVE ->
          reach == Reach.OWN || reach == Reach.SAME_DEPARTMENT;
      case CATALOGUE_EDITOR,
          ADMINISTRATOR,
          PETITION_SCREENER,
          COMMITTEE_MEMBER,
          INVESTIGATOR,
          DISCIPLINE_HEAD,
          PUBLIC_SUPERVISOR,
          PROJECT_OWNER,
          FULL_PROCESS_AGENT,
          CITIZEN,
          ENTERPRISE ->
          false;
    };
  }

  @Override
  public String toString() {
    return role.map(Role::code).orElse("guest");
  }
}
