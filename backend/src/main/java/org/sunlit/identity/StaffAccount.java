package org.sunlit.identity;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * An account of the staff.
 *
 * @param account the name it signs in with, in lower case
 * @param counterpart the account that takes over in its absence AB岗 (C9); null when there is none
 */
public record StaffAccount(
    String account,
    String name,
    String nameEn,
    String title,
    String departmentCode,
    String regionCode,
    String counterpart,
    Set<Role> roles,
    Set<String> posts) {

  public StaffAccount {
    roles = Set.copyOf(roles);
    posts = Set.copyOf(posts);
  }

  /** The same account as one who acts. */
  public Actor actor() {
    return new Actor(
        account,
        name,
        nameEn,
        departmentCode,
        regionCode,
        roles,
        posts.stream()
            .map(post -> new HeldPost(post, departmentCode, regionCode, null))
            .collect(Collectors.toSet()));
  }
}
