package org.sunlit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * A real, durable PostgreSQL in a folder of its own. It outlives a killed JVM; the next start takes
 * it over when it answers, and stops it in order when it doesn't.
 *
 * <p>Whoever starts one holds the folder ({@link DataFolder}).
 */
final class PostgresServer {
  static final String USER = "sunlit";
  private static final String DATABASE = "sunlit";
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 60;
  private static final int ATTEMPTS = 3;
  private static final Logger LOG = Logger.getLogger(PostgresServer.class);

  private final Path folder;
  private final Path data;
  private final PostgresBinaries binaries;
  private final PostgresAccount account;
  private final String password;
  private int port;

  private PostgresServer(
      Path folder, PostgresBinaries binaries, PostgresAccount account, String password) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.binaries = binaries;
    this.account = account;
    this.password = password;
  }

  /**
   * Starts the server, or takes over the one that runs there already.
   *
   * @param folder for data, password and programs
   * @param programs parent of the unpacked programs; usually the same folder
   * @throws StartRefused when it can't be started or isn't durable
   */
  static PostgresServer start(Path folder, Path programs) {
    try {
      PostgresAccount account = PostgresAccount.find();
      account.letThrough(folder);
      PostgresBinaries binaries = PostgresBinaries.unpackInto(programs);
      PostgresServer server =
          new PostgresServer(folder, binaries, account, Secrets.password(folder));
      server.prepareData();
      if (!server.takeOver()) {
        server.launch();
      }
      server.checkDurable();
      server.createDatabase();
      return server;
    } catch (IOException failure) {
      throw new StartRefused("The database's folder " + folder + " can't be used", failure);
    }
  }

  int port() {
    return port;
  }

  String password() {
    return password;
  }

  /** For the reactive client; the JDBC driver's has {@code jdbc:} before it. */
  String url() {
    return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** Ends its connections and stops it in order; after that the folder is at rest. */
  void stop() {
    if (Postmaster.of(data).isEmpty()) {
      return;
    }
    Programs.Outcome outcome = control("stop", "-m", "fast", "-t", "" + STOP_SECONDS);
    if (outcome.status() != 0) {
      LOG.warnf("PostgreSQL didn't stop in order: %s", outcome.output().strip());
      control("stop", "-m", "immediate", "-t", "" + STOP_SECONDS);
    }
  }

  private void prepareData() throws IOException {
    Path version = data.resolve("PG_VERSION");
    if (!Files.exists(version)) {
      initialise();
    }
    String major = Files.readString(version).strip();
    if (!major.equals(PostgresBinaries.MAJOR)) {
      throw new StartRefused(
          "The database in "
              + data
              + " is of PostgreSQL "
              + major
              + "; this Sunlit brings "
              + PostgresBinaries.MAJOR
              + ". Move its content with pg_dump and pg_restore, or set SUNLIT_DATA.");
    }
    account.own(data);
    account.checkReaches(folder);
    Files.writeString(data.resolve("sunlit.conf"), PostgresSettings.text());
  }

  /** Into a draft first: what is at the final place is complete. */
  private void initialise() throws IOException {
    Path draft = folder.resolve("data.new");
    Path passwordFile = folder.resolve("initial-password");
    Programs.Outcome outcome = null;
    for (String characters : List.of("C.UTF-8", "en_US.UTF-8", "C")) {
      FolderTree.delete(draft);
      PrivateFiles.createFolder(draft);
      account.own(draft);
      PrivateFiles.write(passwordFile, password);
      account.own(passwordFile);
      outcome =
          Programs.run(
              account.command(
                  binaries.program("initdb"),
                  "--pgdata=" + draft,
                  "--username=" + USER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--lc-ctype=" + characters,
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8"),
              START_SECONDS);
      Files.deleteIfExists(passwordFile);
      if (outcome.status() == 0) {
        Files.writeString(
            draft.resolve("postgresql.conf"),
            "\ninclude_if_exists 'sunlit.conf'\n",
            StandardOpenOption.APPEND);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
    }
    throw new StartRefused("PostgreSQL can't make its data folder:\n" + outcome.output());
  }

  /** True when a server that was left running is ours now; false when none runs any more. */
  private boolean takeOver() throws IOException {
    Optional<Postmaster> found = Postmaster.of(data);
    if (found.isEmpty() || !found.get().lives()) {
      return false;
    }
    Postmaster left = found.get();
    if (left.isPostgres()) {
      port = left.port();
      if (startedFromTheseBinaries() && isOurs()) {
        LOG.infof("Took over the PostgreSQL that was still running (process %d)", left.pid());
        return true;
      }
      stop();
      LOG.infof("Stopped a PostgreSQL that was still running (process %d)", left.pid());
    } else {
      Postmaster.forgetProcess(data, endedProcess());
    }
    return false;
  }

  private boolean startedFromTheseBinaries() throws IOException {
    Path options = data.resolve("postmaster.opts");
    return Files.exists(options)
        && Files.readString(options).contains(binaries.program("postgres"));
  }

  /** Our password opens it and it works on our folder. */
  private boolean isOurs() {
    try (Connection connection = connect("postgres")) {
      Path directory = Path.of(show(connection, "data_directory"));
      return Files.isSameFile(directory, data);
    } catch (SQLException | IOException noAnswer) {
      return false;
    }
  }

  private void launch() throws IOException {
    Programs.Outcome outcome = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      port = attempt == 0 ? PortFile.preferred(folder) : PortFile.anyFree();
      outcome =
          control(
              "start",
              "-t",
              "" + START_SECONDS,
              "-l",
              data.resolve("start.log").toString(),
              "-o",
              "-p " + port);
      if (outcome.status() == 0) {
        PortFile.remember(folder, port);
        return;
      }
    }
    Path log = data.resolve("start.log");
    throw new StartRefused(
        "PostgreSQL doesn't start:\n"
            + outcome.output()
            + (Files.exists(log) ? Files.readString(log) : ""));
  }

  private Programs.Outcome control(String action, String... options) {
    List<String> command =
        account.command(
            binaries.program("pg_ctl"), action, "--silent", "--wait", "--pgdata=" + data);
    command.addAll(List.of(options));
    return Programs.run(command, Math.max(START_SECONDS, STOP_SECONDS) + 10);
  }

  private void checkDurable() {
    try (Connection connection = connect("postgres")) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        if (!show(connection, setting).equals("on")) {
          throw new StartRefused(
              "The embedded PostgreSQL has "
                  + setting
                  + " off, so a power cut could lose what was acknowledged. Remove that from "
                  + data.resolve("postgresql.conf")
                  + ".");
        }
      }
    } catch (SQLException failure) {
      throw new StartRefused("The embedded PostgreSQL doesn't answer", failure);
    }
  }

  private void createDatabase() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE);
    } catch (SQLException failure) {
      throw new StartRefused("The embedded PostgreSQL can't make Sunlit's database", failure);
    }
  }

  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "20");
    return new org.postgresql.Driver()
        .connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet value = statement.executeQuery("show " + setting)) {
      value.next();
      return value.getString(1);
    }
  }

  private static long endedProcess() throws IOException {
    try {
      Process process =
          new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor();
      return process.pid();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
