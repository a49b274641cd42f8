package org.sunlit.identity;

import java.util.Set;

/**
 * Who acts. Services are told who it is; they never look it up themselves.
 *
 * @param accountId null for somebody who is not signed in
 * @param departmentCode null outside any department
 * @param regionCode where the account works; null for the whole city
 * @param posts codes of the posts it holds 岗位
 */
public record Actor(
    String accountId,
    String displayName,
    String displayNameEn,
    String departmentCode,
    String regionCode,
    Set<Role> roles,
    Set<String> posts) {

  /** Somebody who is not signed in. */
  public static final Actor GUEST = new Actor(null, null, null, null, null, Set.of(), Set.of());

  public Actor {
    roles = Set.copyOf(roles);
    posts = Set.copyOf(posts);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  public boolean holds(String post) {
    return posts.contains(post);
  }
}
