package org.sunlit.numbers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The numbers as a table, a line for each: rates as the two numbers they are made of. Pure. */
final class NumbersCsv {
  /** Spreadsheets take the file for UTF-8 then. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String[] HEADER = {"期间 period", "指标 number", "数值 value", "基数 of"};

  private NumbersCsv() {}

  static String of(NumberTable table) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    try (CSVPrinter printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(text)) {
      print(printer, table.day() + " now", table.now());
      print(printer, table.day().toString(), table.today());
      for (NumberTable.Month month : table.months()) {
        print(printer, month.month().toString(), month.numbers());
      }
      print(printer, Integer.toString(table.day().getYear()), table.thisYear());
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void print(CSVPrinter printer, String period, List<CityNumber> numbers)
      throws IOException {
    for (CityNumber number : numbers) {
      printer.printRecord(period, number.kind().code(), number.value(), number.of());
    }
  }
}
