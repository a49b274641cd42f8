package org.sunlit.faults;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The data folder of a running Sunlit with its embedded database, looked at from outside. */
record CityFolder(Path path) {

  /** In a folder that PostgreSQL, which may be another user's process, can get through. */
  static CityFolder in(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
    return new CityFolder(folder.resolve("data"));
  }

  /** The password of the demonstration's accounts. */
  String password() throws IOException {
    return Files.readString(path.resolve("demo-accounts.txt"))
        .lines()
        .filter(line -> line.startsWith("password: "))
        .map(line -> line.substring("password: ".length()))
        .findFirst()
        .orElseThrow();
  }

  Path key(String name) {
    return path.resolve("keys").resolve(name);
  }

  String databaseUrl() throws IOException {
    return "postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/sunlit";
  }

  String databasePassword() throws IOException {
    return Files.readString(path.resolve("postgres/password")).strip();
  }

  Connection database() throws IOException, SQLException {
    return DriverManager.getConnection("jdbc:" + databaseUrl(), "sunlit", databasePassword());
  }

  long postgresProcess() throws IOException {
    return Long.parseLong(postmaster().get(0).strip());
  }

  /** Places are 1, 2, 3 … without a gap, and every event has one. */
  static void journalHasEveryPlace(Statement statement) throws Exception {
    for (int attempt = 0; attempt < 100 && waiting(statement) > 0; attempt++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    long events = number(statement, "select count(*) from journal_event");
    same(0, waiting(statement), "events without a place");
    same(events, number(statement, "select count(*) from journal_place"), "places");
    same(
        events,
        number(statement, "select coalesce(max(place), 0) from journal_place"),
        "last place");
  }

  /**
   * Of these cases the journal has so many acts, each of their documents once, and nothing else.
   *
   * @param cases their numbers
   */
  static void journalTells(Statement statement, long acts, Collection<String> cases)
      throws SQLException {
    String these = "('" + String.join("','", cases) + "')";
    String told = "select count(*) from journal_event where subject_id in " + these;
    String documents = "select count(*) from official_document where case_number in " + these;
    same(acts, number(statement, told + " and kind like 'case.%'"), "acts of the cases");
    same(
        number(statement, documents),
        number(
            statement,
            documents
                + " and exists (select from journal_event e where e.id = official_document.id"
                + " and e.kind = 'document.issued' and e.subject_id = case_number)"),
        "documents told of the cases");
    same(acts + number(statement, documents), number(statement, told), "events of the cases");
  }

  static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static long waiting(Statement statement) throws SQLException {
    return number(statement, "select count(*) from journal_waiting");
  }

  private static void same(long expected, long actual, String what) {
    if (expected != actual) {
      throw new AssertionError(what + ": " + actual + " instead of " + expected);
    }
  }

  private List<String> postmaster() throws IOException {
    return Files.readAllLines(path.resolve("postgres/data/postmaster.pid"));
  }
}
