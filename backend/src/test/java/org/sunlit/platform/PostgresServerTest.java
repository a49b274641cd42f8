package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {
  private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
  private static final int ENOUGH_ROWS = 300;

  @TempDir Path root;
  private PostgresServer server;

  @BeforeEach
  void makeProgramsFolder() throws IOException {
    Files.createDirectories(PROGRAMS);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void keepsWhatItAcknowledges() throws Exception {
    server = start();
    assertEquals("on", value("show fsync"));
    assertEquals("on", value("show synchronous_commit"));
    assertEquals("on", value("show full_page_writes"));
    assertEquals("UTF8", value("show server_encoding"));
    assertEquals("127.0.0.1", value("show listen_addresses"));
    assertEquals("scram-sha-256", value("select distinct auth_method from pg_hba_file_rules"));
  }

  @Test
  void letsNobodyElseReadItsSecrets() throws Exception {
    server = start();
    Path password = root.resolve("postgres/password");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
    assertTrue(server.password().length() >= 32);
  }

  @Test
  void comesBackWithTheSameDataOnTheSamePort() throws Exception {
    server = start();
    int port = server.port();
    run("create table kept as select 7 as seven");
    server.stop();
    assertTrue(Postmaster.of(data()).isEmpty());
    server = start();
    assertEquals(port, server.port());
    assertEquals("7", value("select seven from kept"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void losesNothingAcknowledgedWhenKilled(boolean postgresToo) throws Exception {
    Process child = busyChild();
    while (acknowledged().size() < ENOUGH_ROWS) {
      assertTrue(child.isAlive(), () -> "the writer has ended, see " + root);
      Thread.sleep(20);
    }
    Postmaster left = Postmaster.of(data()).orElseThrow();
    if (postgresToo) {
      ProcessHandle.of(left.pid()).orElseThrow().destroyForcibly();
    }
    child.destroyForcibly().waitFor();

    server = start();

    Postmaster now = Postmaster.of(data()).orElseThrow();
    if (postgresToo) {
      assertNotEquals(left.pid(), now.pid());
    } else {
      assertEquals(left.pid(), now.pid(), "the running server should have been taken over");
    }
    Set<Long> acknowledged = acknowledged();
    acknowledged.removeAll(storedRows());
    assertEquals(Set.of(), acknowledged, "acknowledged, but lost");
  }

  @Test
  void startsAlthoughItsNumberBelongsToAnotherProgramNow() throws Exception {
    server = start();
    server.stop();
    long otherProgram = ProcessHandle.current().pid();
    Files.writeString(
        Postmaster.file(data()),
        otherProgram + "\n" + data() + "\n1\n" + server.port() + "\n\n127.0.0.1\n0 0\nready\n");
    server = start();
    assertEquals("1", value("select 1"));
    assertNotEquals(otherProgram, Postmaster.of(data()).orElseThrow().pid());
  }

  @Test
  void refusesToRunWithoutDurability() throws Exception {
    server = start();
    server.stop();
    Files.writeString(
        data().resolve("postgresql.conf"), "\nfsync = off\n", StandardOpenOption.APPEND);
    StartRefused refused = assertThrows(StartRefused.class, this::start);
    assertTrue(refused.getMessage().contains("fsync"), refused.getMessage());
  }

  @Test
  void keepsASecondSunlitOut() {
    try (DataFolder held = DataFolder.take(root)) {
      StartRefused refused = assertThrows(StartRefused.class, () -> DataFolder.take(root));
      assertTrue(refused.getMessage().contains("in use by another Sunlit"), refused.getMessage());
      assertEquals(root.toAbsolutePath(), held.path());
    }
    DataFolder.take(root).close();
  }

  private PostgresServer start() throws IOException {
    Path folder = root.resolve("postgres");
    PrivateFiles.createFolder(folder);
    return PostgresServer.start(folder, PROGRAMS);
  }

  private Process busyChild() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            BusyDatabase.class.getName(),
            root.toString(),
            PROGRAMS.toString())
        .redirectOutput(root.resolve("acknowledged").toFile())
        .redirectError(root.resolve("child.log").toFile())
        .start();
  }

  /** What the child has said in whole lines: a killed process may stop within one. */
  private Set<Long> acknowledged() throws IOException {
    String said = Files.readString(root.resolve("acknowledged"));
    return said.substring(0, said.lastIndexOf('\n') + 1)
        .lines()
        .map(Long::valueOf)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Path data() {
    return root.resolve("postgres/data");
  }

  private Set<Long> storedRows() throws SQLException {
    Set<Long> rows = new HashSet<>();
    try (Connection connection = server.connect("sunlit");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select id from acknowledged")) {
      while (result.next()) {
        rows.add(result.getLong(1));
      }
    }
    return rows;
  }

  private String value(String query) throws SQLException {
    try (Connection connection = server.connect("sunlit");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private void run(String command) throws SQLException {
    try (Connection connection = server.connect("sunlit");
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
