package org.sunlit.powerlist.table;

import java.util.List;

/**
 * The rows of a file that have anything in them.
 *
 * @param rows in the order of the file
 */
public record Table(List<TableRow> rows) {
  public Table {
    rows = List.copyOf(rows);
  }

  /** The first row, where it holds the columns' names; there is always one. */
  public TableRow head() {
    return rows.get(0);
  }

  /** The rows below the first. */
  public List<TableRow> body() {
    return rows.subList(1, rows.size());
  }
}
