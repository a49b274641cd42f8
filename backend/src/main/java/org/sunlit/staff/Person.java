package org.sunlit.staff;

import java.time.Instant;
import java.util.Set;
import org.sunlit.identity.Postings;
import org.sunlit.identity.Role;
import org.sunlit.platform.Named;

/**
 * A member of the staff as the database has them.
 *
 * @param activated whether they have set a password of their own
 * @param identity the keyed hash of their identity number, in hex; null when it isn't known
 */
record Person(
    String account,
    String name,
    String nameEn,
    String title,
    Named department,
    Named region,
    Set<Role> roles,
    boolean disabled,
    boolean activated,
    Instant activationExpiresAt,
    int version,
    Instant createdAt,
    Postings postings,
    String identity) {

  Person {
    roles = Set.copyOf(roles);
  }

  String departmentCode() {
    return department == null ? null : department.code();
  }

  String regionCode() {
    return region == null ? null : region.code();
  }

  Subject subject() {
    return new Subject("person", account, name, departmentCode(), regionCode());
  }
}
