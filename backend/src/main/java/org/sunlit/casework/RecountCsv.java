package org.sunlit.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sunlit.api.model.RecountedCase;

/** What a recount moved, as a table. */
final class RecountCsv {
  /** Spreadsheets take the file for UTF-8 then. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String[] HEADER = {
    "办件编号 caseNumber",
    "事项 item",
    "部门 department",
    "原到期 before",
    "现到期 after",
    "因变更日 because",
    "现已逾期 nowLate"
  };

  private RecountCsv() {}

  static String of(List<RecountedCase> moved) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    try (CSVPrinter printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(text)) {
      for (RecountedCase one : moved) {
        printer.printRecord(
            one.getCaseNumber(),
            plain(one.getItemName()),
            plain(one.getDepartmentName()),
            one.getBefore(),
            one.getAfter(),
            one.getBecause(),
            one.getNowLate() ? "是 yes" : "");
      }
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A spreadsheet calculates what begins like a formula. */
  private static String plain(String name) {
    return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
  }
}
