package org.sunlit.platform;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who PostgreSQL's programs run as. An ordinary user runs them as itself. Root, whom PostgreSQL
 * refuses, runs them in a user namespace where it is nobody in particular; where namespaces are
 * forbidden (many containers), as an unprivileged user of the system who then owns the database's
 * files.
 *
 * @param prefix what to put before a command
 * @param owner user id that must own the files; -1 to leave them
 * @param reach true when the owner must be let through to the folders
 */
record PostgresAccount(List<String> prefix, int owner, boolean reach) {
  private static final List<String> CANDIDATES = List.of("postgres", "nobody");
  private static final int SECONDS = 20;

  static PostgresAccount find() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    if (windows || new UnixSystem().getUid() != 0) {
      return new PostgresAccount(List.of(), -1, false);
    }
    List<String> namespace = List.of("unshare", "-U");
    if (runsUnprivileged(namespace)) {
      return new PostgresAccount(namespace, 0, false);
    }
    for (String user : CANDIDATES) {
      Optional<Integer> uid = id("-u", user);
      Optional<Integer> gid = id("-g", user);
      if (uid.isEmpty() || gid.isEmpty()) {
        continue;
      }
      List<String> drop =
          List.of("setpriv", "--reuid=" + uid.get(), "--regid=" + gid.get(), "--clear-groups");
      if (runsUnprivileged(drop)) {
        return new PostgresAccount(drop, uid.get(), true);
      }
    }
    throw new StartRefused(
        "PostgreSQL refuses to run as root, and neither a user namespace (unshare -U) nor an"
            + " unprivileged user (setpriv) is to be had here. Run Sunlit as an ordinary user.");
  }

  /** The command as this account. */
  List<String> command(String... words) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(words));
    return command;
  }

  /** Gives the folder and all in it to the account, where it isn't its already. */
  void own(Path folder) throws IOException {
    if (owner < 0 || owner == (int) Files.getAttribute(folder, "unix:uid")) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.toList()) {
        Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Lets the account through the folder, without letting it look around. */
  void letThrough(Path folder) throws IOException {
    if (reach) {
      PrivateFiles.setPermissions(folder, "rwx--x--x");
    }
  }

  /**
   * Checks that the account gets to the folder.
   *
   * @throws StartRefused when a folder above it is closed
   */
  void checkReaches(Path folder) {
    if (reach && Programs.run(command("test", "-x", folder.toString()), SECONDS).status() != 0) {
      throw new StartRefused(
          "PostgreSQL refuses to run as root, and the unprivileged user it would run as can't"
              + " enter "
              + folder
              + ". Set SUNLIT_DATA to a folder outside root's home, or run Sunlit as an ordinary"
              + " user.");
    }
  }

  private static boolean runsUnprivileged(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("id", "-u"));
    Programs.Outcome outcome = Programs.run(command, SECONDS);
    return outcome.status() == 0 && !outcome.output().strip().equals("0");
  }

  private static Optional<Integer> id(String option, String user) {
    Programs.Outcome outcome = Programs.run(List.of("id", option, user), SECONDS);
    return outcome.status() == 0
        ? Optional.of(Integer.valueOf(outcome.output().strip()))
        : Optional.empty();
  }
}
