package org.sunlit.powerlist.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV as in RFC 4180: quoted fields may hold commas, quotes and line breaks. */
final class CsvTable {
  /** A field longer than this is a quote that was never closed. */
  private static final int LONGEST_FIELD = 100_000;

  private CsvTable() {}

  static Table read(String text) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    List<TableRow> rows = new ArrayList<>();
    int number = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        number++;
        if (number > TableReader.MOST_ROWS) {
          throw new TableProblem(number, "import.too-many-rows", TableReader.MOST_ROWS);
        }
        rows.add(row(number, record));
      }
      return new Table(rows);
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw new TableProblem(number + 1, "import.quotes");
    }
  }

  private static TableRow row(int number, CSVRecord record) {
    List<String> cells =
        StreamSupport.stream(record.spliterator(), false).map(String::strip).toList();
    if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_FIELD)) {
      throw new TableProblem(number, "import.quotes");
    }
    return new TableRow(number, cells);
  }

  /** Whichever of comma, tab and semicolon the first line has most of, outside quotes. */
  private static char delimiter(String text) {
    int[] counts = new int[3];
    String known = ",\t;";
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && known.indexOf(c) >= 0) {
        counts[known.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return known.charAt(best);
  }
}
