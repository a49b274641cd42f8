package org.sunlit.casework;

import java.util.Set;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.Regions;

/**
 * Which cases somebody may see and which steps are theirs. Staff see the cases of their department,
 * townships and village agents those of their own region, supervisors all of them. Acting needs the
 * step's post, in the case's department, or for township and village posts in the case's region; so
 * supervisors, who hold no post, act on nothing.
 */
record CaseRights(Actor actor) {
  /** Posts that belong to a place and not to a department (D2, D3). */
  static final Set<String> LOCAL_POSTS = Set.of("township", "agent");

  /** Restricts a statement to readable cases; takes three parameters, from $2 on. */
  static final String READABLE_FROM_2 =
      " and ($2::boolean or c.department_code = $3 or c.region_code like $4)";

  boolean readsAll() {
    return actor.is(Role.SUPERVISOR);
  }

  /** The department whose cases may be read; null for none. */
  String readsDepartment() {
    return local() ? null : actor.departmentCode();
  }

  /** A pattern of the regions whose cases may be read; null for none. */
  String readsRegionsLike() {
    return local() && actor.regionCode() != null ? Regions.prefix(actor.regionCode()) + "%" : null;
  }

  /** Whether a step of this post is theirs, in a case of this department and region. */
  boolean mayAct(String post, String departmentCode, String regionCode) {
    if (post == null || !actor.holds(post)) {
      return false;
    }
    return LOCAL_POSTS.contains(post)
        ? actor.regionCode() != null && Regions.within(regionCode, actor.regionCode())
        : departmentCode.equals(actor.departmentCode());
  }

  String[] departmentPosts() {
    return actor.posts().stream()
        .filter(post -> !LOCAL_POSTS.contains(post))
        .toArray(String[]::new);
  }

  String[] localPosts() {
    return actor.posts().stream().filter(LOCAL_POSTS::contains).toArray(String[]::new);
  }

  private boolean local() {
    return actor.is(Role.TOWNSHIP_CLERK) || actor.is(Role.VILLAGE_AGENT);
  }
}
