package org.sunlit.staff;

import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.identity.Role;
import org.sunlit.staff.rules.Changes;

/**
 * What is to be written down of somebody; texts stripped, empty ones null.
 *
 * @param identity of their identity number; null leaves what is known as it is
 */
record PersonDraft(
    String account,
    String name,
    String nameEn,
    String title,
    String departmentCode,
    String regionCode,
    Set<Role> roles,
    GivenIdentity identity) {

  /** In changes, for they are kept and shown: that a number is known, never which. */
  private static final String KNOWN = "known";

  private static final String ANOTHER = "another";

  PersonDraft {
    name = stripped(name);
    nameEn = stripped(nameEn);
    title = stripped(title);
    departmentCode = stripped(departmentCode);
    regionCode = stripped(regionCode);
    roles = Set.copyOf(roles);
  }

  /** How it differs from somebody who is there, or from nobody. */
  Changes changes(Person before) {
    boolean there = before != null;
    Changes changes = new Changes();
    if (!there) {
      changes.of("account", null, account);
    }
    return changes
        .of("name", there ? before.name() : null, name)
        .of("nameEn", there ? before.nameEn() : null, nameEn)
        .of("title", there ? before.title() : null, title)
        .of("department", there ? before.departmentCode() : null, departmentCode)
        .of("region", there ? before.regionCode() : null, regionCode)
        .of("roles", there ? codes(before.roles()) : Set.<String>of(), codes(roles))
        .of(
            "identityNumber",
            there && before.identity() != null ? KNOWN : null,
            identityAfter(there ? before.identity() : null));
  }

  private String identityAfter(String before) {
    if (identity == null || !identity.valid()) {
      return before == null ? null : KNOWN;
    }
    return before == null || before.equals(identity.token()) ? KNOWN : ANOTHER;
  }

  Subject subject() {
    return new Subject("person", account, name, departmentCode, regionCode);
  }

  private static Set<String> codes(Set<Role> roles) {
    return roles.stream().map(Role::code).collect(Collectors.toSet());
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
