package org.sunlit.casework;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a whole database as somebody would who got hold of a dump: every value of every column of
 * every table, as text and as bytes.
 */
public final class DatabaseScan {
  private DatabaseScan() {}

  /** Those of the words that are somewhere in it, in the order given. */
  public static List<String> find(Connection connection, List<String> words) throws SQLException {
    Set<String> found = new TreeSet<>();
    for (String table : tables(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select * from " + table)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            note(text(rows, column), words, found);
          }
        }
      }
    }
    return words.stream().filter(found::contains).toList();
  }

  private static void note(String value, List<String> words, Set<String> found) {
    if (value != null) {
      words.stream().filter(value::contains).forEach(found::add);
    }
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    if (rows.getMetaData().getColumnTypeName(column).equals("bytea")) {
      byte[] bytes = rows.getBytes(column);
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
    return rows.getString(column);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                    + " from information_schema.tables where table_type = 'BASE TABLE'"
                    + " and table_schema not in ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
