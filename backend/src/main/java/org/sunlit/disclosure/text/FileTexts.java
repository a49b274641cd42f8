package org.sunlit.disclosure.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sunlit.disclosure.rules.FileKind;
import org.sunlit.powerlist.table.TableProblem;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.powerlist.table.TableRow;
import org.sunlit.powerlist.table.TextDecoder;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Reads what is in a file, by its kind. Blocking, and slow: for a thread that may wait. */
public final class FileTexts {
  /** A larger table is not offered as CSV. */
  private static final int LONGEST_TABLE = 5_000_000;

  private FileTexts() {}

  /**
   * What is in a file; never a failure for what can't be read.
   *
   * @param content the same bytes as in the file
   * @throws Problem 422 for text in no known encoding
   */
  public static FileText read(FileKind kind, Path file, byte[] content) {
    try {
      return switch (kind) {
        case PDF -> PdfText.read(file);
        case DOCX -> FileText.of(PackedText.DOCX.read(file), true, null, null);
        case OFD -> FileText.of(PackedText.OFD.read(file), true, null, null);
        case XLSX -> workbook(file, content);
        case TEXT, CSV -> FileText.of(decoded(content), true, null, null);
        case JPEG, PNG -> FileText.none();
      };
    } catch (IOException unreadable) {
      return FileText.unreadable();
    }
  }

  private static String decoded(byte[] content) {
    try {
      return TextDecoder.decode(content);
    } catch (TableProblem broken) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("file", "disclosure.file-text-broken", broken.row());
    }
  }

  /** The first sheet as it stands, and the words of all. */
  private static FileText workbook(Path file, byte[] content) throws IOException {
    String words = PackedText.XLSX.read(file);
    try {
      List<TableRow> rows = TableReader.read(content).rows();
      String sheet =
          rows.stream().map(row -> String.join(" ", row.cells())).collect(Collectors.joining("\n"));
      String table = csv(rows);
      return FileText.of(
          sheet + "\n" + words, true, null, table.length() > LONGEST_TABLE ? null : table);
    } catch (TableProblem noTable) {
      return FileText.of(words, true, null, null);
    }
  }

  private static String csv(List<TableRow> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = CSVFormat.RFC4180.print(text)) {
      for (TableRow row : rows) {
        printer.printRecord(row.cells().stream().map(FileTexts::harmless).toList());
      }
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe; numbers are none. */
  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !cell.matches("[+-]?[0-9.,]+%?") ? "'" + cell : cell;
  }
}
