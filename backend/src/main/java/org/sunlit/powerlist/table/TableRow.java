package org.sunlit.powerlist.table;

import java.util.List;

/**
 * One row.
 *
 * @param number as a spreadsheet program shows it, from 1
 * @param cells as text, stripped of surrounding space; empty where there is nothing
 */
public record TableRow(int number, List<String> cells) {
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** The cell in this column; empty beyond the last. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
