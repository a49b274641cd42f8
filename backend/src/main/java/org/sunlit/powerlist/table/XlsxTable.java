package org.sunlit.powerlist.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** XLSX (ISO/IEC 29500): the first sheet that has anything in it. */
final class XlsxTable {
  /** With cell formats, which tell dates from numbers; cells in error read as empty. */
  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final int LONGEST_NUMBER = 100;

  private XlsxTable() {}

  static Table read(byte[] file) {
    ZipGuard.check(file);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), OPTIONS)) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        List<TableRow> rows = rows(sheet);
        if (rows.stream().anyMatch(row -> !row.isBlank())) {
          return new Table(rows);
        }
      }
      throw new TableProblem(null, "import.empty-file");
    } catch (TableProblem known) {
      throw known;
    } catch (IOException | ExcelReaderException broken) {
      throw new TableProblem(null, "import.broken-xlsx");
    } catch (RuntimeException broken) {
      // The parser meets a damaged sheet with whatever exception its code happens to run into.
      throw new TableProblem(null, "import.broken-xlsx");
    }
  }

  private static List<TableRow> rows(Sheet sheet) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        Row row = all.next();
        if (rows.size() >= TableReader.MOST_ROWS) {
          throw new TableProblem(row.getRowNum(), "import.too-many-rows", TableReader.MOST_ROWS);
        }
        rows.add(new TableRow(row.getRowNum(), cells(row)));
      }
    }
    return rows;
  }

  private static List<String> cells(Row row) {
    int size = Math.min(row.getCellCount(), TableReader.MOST_COLUMNS + 1);
    List<String> cells = new ArrayList<>(size);
    for (int column = 0; column < size; column++) {
      cells.add(row.getOptionalCell(column).map(XlsxTable::text).orElse("").strip());
    }
    return cells;
  }

  private static String text(Cell cell) {
    CellType type = cell.getType();
    if (type == CellType.NUMBER) {
      return isDate(cell.getDataFormatString()) ? date(cell.asDate()) : number(cell.asNumber());
    }
    if (type == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(cell.asBoolean()) ? "是" : "否";
    }
    if (type == CellType.EMPTY || type == CellType.ERROR) {
      return "";
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private static String number(BigDecimal number) {
    // Written out, 1E999999999 would fill the memory.
    return Math.abs((long) number.scale()) > LONGEST_NUMBER
        ? number.toString()
        : number.stripTrailingZeros().toPlainString();
  }

  /** A number format speaks of a date when it has a year or a day outside quotes and brackets. */
  private static boolean isDate(String format) {
    if (format == null || format.equalsIgnoreCase("General")) {
      return false;
    }
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase();
    return bare.contains("y") || bare.contains("d") || bare.contains("年");
  }

  private static String date(LocalDateTime date) {
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.toLocalDate() + " " + TIME.format(date);
  }
}
