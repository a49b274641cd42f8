package org.sunlit.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;

/** One of the city's staff as the demonstration's files write them. */
@JsonIgnoreProperties("titleEn")
record DemoPerson(
    String account,
    String name,
    String nameEn,
    String title,
    String department,
    String region,
    Set<String> posts,
    Set<String> roles,
    String counterpart) {

  StaffAccount staffAccount() {
    return new StaffAccount(
        account,
        name,
        nameEn,
        title,
        department,
        region,
        counterpart,
        roles.stream().map(code -> Role.of(code).orElseThrow()).collect(Collectors.toSet()),
        posts);
  }
}
