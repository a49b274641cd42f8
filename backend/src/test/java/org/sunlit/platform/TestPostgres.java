package org.sunlit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * The PostgreSQL of a test run: the embedded one as users get it, started once, with a fresh
 * database for every application that starts in the run.
 */
public final class TestPostgres {
  /** System properties, as the tests' class loaders don't share fields. */
  private static final String URL = "sunlit.test.postgres.url";

  private static final String PASSWORD = "sunlit.test.postgres.password";

  /** Any will do: nothing sealed outlives the run. */
  private static final String VAULT_KEY = VaultKeys.line("test-1");

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private TestPostgres() {}

  /** Configuration of an application on a database of its own. */
  public static synchronized Map<String, String> freshDatabase() {
    try {
      if (System.getProperty(URL) == null) {
        start();
      }
      String database = "test_" + UUID.randomUUID().toString().replace("-", "");
      create(database);
      String url = System.getProperty(URL) + database;
      Secrets.TokenKeys keys = Secrets.TokenKeys.in(folder("test-keys"));
      return Map.of(
          "quarkus.datasource.reactive.url",
          url,
          "quarkus.datasource.jdbc.url",
          "jdbc:" + url,
          "quarkus.datasource.username",
          PostgresServer.USER,
          "quarkus.datasource.password",
          System.getProperty(PASSWORD),
          StartSettings.SIGNING_KEY_LOCATION,
          keys.signing().toUri().toString(),
          StartSettings.VERIFYING_KEY_LOCATION,
          keys.verifying().toUri().toString(),
          VaultKeys.KEYS,
          VAULT_KEY,
          StartSettings.TOKEN_KEY_FOLDER,
          folder("test-data").resolve(database).resolve("keys").toString(),
          SunlitConfig.DATA,
          folder("test-data").resolve(database).toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void start() throws IOException {
    Path run = folder("test-postgres").resolve("run-" + ProcessHandle.current().pid());
    FolderTree.delete(run);
    PrivateFiles.createFolder(run);
    PostgresServer server = PostgresServer.start(run, folder("postgres-programs"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  try {
                    FolderTree.delete(run);
                  } catch (IOException leftover) {
                    System.err.println("Left behind: " + run);
                  }
                }));
    System.setProperty(PASSWORD, server.password());
    System.setProperty(URL, server.url().substring(0, server.url().lastIndexOf('/') + 1));
  }

  private static void create(String database) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", PostgresServer.USER);
    properties.setProperty("password", System.getProperty(PASSWORD));
    return new org.postgresql.Driver()
        .connect("jdbc:" + System.getProperty(URL) + database, properties);
  }

  private static Path folder(String name) throws IOException {
    Path folder = TARGET.resolve(name);
    Files.createDirectories(folder);
    return folder;
  }
}
