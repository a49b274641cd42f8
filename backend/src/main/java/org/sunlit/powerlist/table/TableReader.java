package org.sunlit.powerlist.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.tika.Tika;

/** Reads a file by what it is, whatever it is called. */
public final class TableReader {
  static final int MOST_ROWS = 200_000;
  static final int MOST_COLUMNS = 200;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final Tika TIKA = new Tika();

  private TableReader() {}

  /**
   * The table in these bytes.
   *
   * @throws TableProblem when there is none, or reading it would be dangerous
   */
  public static Table read(byte[] file) {
    if (file.length == 0) {
      throw new TableProblem(null, "import.empty-file");
    }
    Table table = startsWith(file, ZIP) ? XlsxTable.read(file) : readText(file);
    List<TableRow> rows = new ArrayList<>();
    for (TableRow row : table.rows()) {
      if (row.cells().size() > MOST_COLUMNS && !tailIsBlank(row)) {
        throw new TableProblem(row.number(), "import.too-many-columns", MOST_COLUMNS);
      }
      if (!row.isBlank()) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw new TableProblem(null, "import.empty-file");
    }
    return new Table(rows);
  }

  private static boolean tailIsBlank(TableRow row) {
    return row.cells().subList(MOST_COLUMNS, row.cells().size()).stream().allMatch(String::isEmpty);
  }

  private static Table readText(byte[] file) {
    String type = TIKA.detect(file);
    if (!type.startsWith("text/") && !type.equals("application/octet-stream")) {
      throw new TableProblem(null, "import.not-a-table", type);
    }
    return CsvTable.read(TextDecoder.decode(file));
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    if (file.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (file[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
