package org.sunlit.demo;

import java.util.List;

/** The file that tells the owner of a demonstration how to sign in. */
final class DemoAccountsFile {

  private DemoAccountsFile() {}

  static String text(String password, List<DemoPerson> people) {
    StringBuilder text = new StringBuilder();
    text.append("# Accounts of the demonstration city. All have the same password:\n");
    text.append("password: ").append(password).append("\n\n");
    for (DemoPerson person : people) {
      text.append(
          "%-18s %-28s %s%n"
              .formatted(person.account(), String.join(",", person.roles()), person.name()));
    }
    return text.toString();
  }
}
