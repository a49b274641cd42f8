package org.sunlit.staff.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.identity.Holder;
import org.sunlit.identity.Permission;
import org.sunlit.identity.PostRef;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Rights;
import org.sunlit.identity.Role;
import org.sunlit.identity.Span;
import org.sunlit.platform.Regions;

/** Who may hold a post. */
public final class PostRules {
  /** Posts that belong to a place and not to a department (D2, D3). */
  public static final Set<String> LOCAL = Set.of("township", "agent");

  private PostRules() {}

  /**
   * The key of why somebody can't hold a post, if they can't: supervision holds none, a post of a
   * department goes to its people, a post of a place to those who work there or above it.
   */
  public static Optional<String> refusal(
      PostRef post, Set<Role> roles, String departmentCode, String regionCode) {
    if (roles.contains(Role.SUPERVISOR)) {
      return Optional.of("staff.supervisor-holds-no-post");
    }
    if (!LOCAL.contains(post.code())) {
      return post.department() == null || post.department().equals(departmentCode)
          ? Optional.empty()
          : Optional.of("staff.post-of-another-department");
    }
    return post.region() == null
            || (regionCode != null && Regions.within(post.region(), regionCode))
        ? Optional.empty()
        : Optional.of("staff.post-of-another-place");
  }

  /** Whether a holder of these roles could act at all. */
  public static boolean couldAct(Set<Role> roles) {
    return Rights.of(roles).contains(Permission.CASES_ACT);
  }

  /** Whether somebody holds or will hold the post in a part of this time already. */
  public static boolean overlaps(List<Holder> holders, String account, Span span) {
    return holders.stream()
        .filter(holder -> holder.account().equals(account))
        .anyMatch(holder -> holder.held().overlaps(span));
  }

  /** Whether somebody takes over the moment this account is away. */
  public static boolean coveredWithout(Posting posting, String account, Instant moment) {
    return posting.holders().stream()
        .filter(holder -> !holder.account().equals(account))
        .anyMatch(holder -> holder.held().covers(moment) && !holder.absentAt(moment));
  }
}
