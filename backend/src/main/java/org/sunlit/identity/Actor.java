package org.sunlit.identity;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts, as things stand now. Services are told who it is; they never look it up themselves.
 *
 * @param accountId null for somebody who is not signed in
 * @param departmentCode null outside any department
 * @param regionCode where the account works; null for the whole city
 * @param heldPosts the posts it acts in 岗位, own ones and those of absent colleagues
 */
public record Actor(
    String accountId,
    String displayName,
    String displayNameEn,
    String departmentCode,
    String regionCode,
    Set<Role> roles,
    Set<HeldPost> heldPosts) {

  /** Somebody who is not signed in. */
  public static final Actor GUEST = new Actor(null, null, null, null, null, Set.of(), Set.of());

  public Actor {
    roles = Set.copyOf(roles);
    heldPosts = Set.copyOf(heldPosts);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether a role of theirs has the permission. */
  public boolean may(Permission permission) {
    return Rights.of(roles).contains(permission);
  }

  /** The codes of the held posts. */
  public Set<String> posts() {
    return heldPosts.stream().map(HeldPost::code).collect(Collectors.toUnmodifiableSet());
  }

  public boolean holds(String post) {
    return heldPosts.stream().anyMatch(held -> held.code().equals(post));
  }
}
