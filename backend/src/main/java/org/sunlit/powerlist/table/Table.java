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
}
