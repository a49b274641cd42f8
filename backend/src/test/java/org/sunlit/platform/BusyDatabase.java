package org.sunlit.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/**
 * A process that holds a data folder and writes to its database until it is killed. It says each
 * row's number after the commit was acknowledged, and not before.
 */
public final class BusyDatabase {
  private static final int WRITERS = 4;

  private BusyDatabase() {}

  public static void main(String... args) throws Exception {
    Path root = Path.of(args[0]);
    try (DataFolder folder = DataFolder.take(root)) {
      PostgresServer server = PostgresServer.start(folder.folder("postgres"), Path.of(args[1]));
      try (Connection connection = server.connect("sunlit");
          Statement statement = connection.createStatement()) {
        statement.execute("create table acknowledged (id bigint primary key)");
      }
      Thread[] writers = new Thread[WRITERS];
      for (int i = 0; i < WRITERS; i++) {
        int first = i;
        writers[i] = new Thread(() -> write(server, first));
        writers[i].start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
      System.err.println(folder.path() + ": the writers have ended");
    }
  }

  private static void write(PostgresServer server, long first) {
    try (Connection connection = server.connect("sunlit");
        PreparedStatement insert =
            connection.prepareStatement("insert into acknowledged values (?)")) {
      for (long id = first; ; id += WRITERS) {
        insert.setLong(1, id);
        insert.executeUpdate();
        synchronized (System.out) {
          System.out.println(id);
          System.out.flush();
        }
      }
    } catch (Exception failure) {
      failure.printStackTrace();
    }
  }
}
