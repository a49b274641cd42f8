package org.sunlit.powerlist.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static final String LIST = "部门,事项名称\r\n区教科体局,\"查询（教师,\n校长）\"\r\n\r\n区水务局,取水\"\r\n";

  private static Table read(String text, String charset) {
    return TableReader.read(text.getBytes(Charset.forName(charset)));
  }

  private static List<List<String>> cells(Table table) {
    return table.rows().stream().map(TableRow::cells).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
  void readsEveryEncodingPeopleSave(String charset) {
    Table table = read(LIST.replace("取水\"", "取水"), charset);
    assertEquals(
        List.of(List.of("部门", "事项名称"), List.of("区教科体局", "查询（教师,\n校长）"), List.of("区水务局", "取水")),
        cells(table));
    assertEquals(List.of(1, 2, 4), table.rows().stream().map(TableRow::number).toList());
  }

  @Test
  void leavesOutAByteOrderMark() {
    assertEquals("部门", read("\uFEFF部门,a\n1,2", "UTF-8").rows().get(0).cell(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";"})
  void findsTheDelimiter(String delimiter) {
    assertEquals(
        List.of("a", "b,c".replace(",", "·")),
        read("a" + delimiter + "b·c\n", "UTF-8").rows().get(0).cells());
  }

  @Test
  void refusesTextThatIsBrokenUtf8WithItsLine() {
    byte[] bytes = "部门,事项名称\n水务局,取水许可\n水务局,河道采砂".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertProblem(cut, "import.encoding", 3);
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    assertProblem("a,b\n\"c,d\ne,f".getBytes(StandardCharsets.UTF_8), "import.quotes", 2);
    assertProblem("a,b\n\"c\"x,d".getBytes(StandardCharsets.UTF_8), "import.quotes", 2);
  }

  @Test
  void refusesEmptyFilesAndOtherKinds() throws IOException {
    assertProblem(new byte[0], "import.empty-file", null);
    assertProblem("\n\n , \n".getBytes(StandardCharsets.UTF_8), "import.empty-file", null);
    assertProblem("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8), "import.not-a-table", null);
    assertProblem(
        new byte[] {
          (byte) 0xD0,
          (byte) 0xCF,
          0x11,
          (byte) 0xE0,
          (byte) 0xA1,
          (byte) 0xB1,
          0x1A,
          (byte) 0xE1,
          0
        },
        "import.not-a-table",
        null);
    assertProblem(new byte[] {'P', 'K', 3, 4, 0, 0}, "import.broken-xlsx", null);
    assertProblem(zip("x.txt", 1, 1), "import.not-a-table", null);
  }

  @Test
  void refusesArchivesThatUnpackTooLarge() throws IOException {
    assertProblem(zip("xl/workbook.xml", 1, 400 << 20), "import.zip-bomb", null);
    assertProblem(zip("a", 1_001, 1), "import.zip-bomb", null);
  }

  private static byte[] zip(String name, int entries, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[Math.min(size, 1 << 20)];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(entries == 1 ? name : name + i));
        for (int written = 0; written < size; written += zeros.length) {
          zip.write(zeros);
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @Test
  void readsAWorkbooksTextsNumbersAndDates() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Sunlit", "1.0")) {
      workbook.newWorksheet("空");
      Worksheet sheet = workbook.newWorksheet("清单");
      sheet.value(0, 0, "事项名称");
      sheet.value(0, 1, "时限");
      sheet.value(4, 0, " 取水\n许可 ");
      sheet.value(4, 1, 20);
      sheet.value(4, 2, 2.5);
      sheet.value(4, 3, LocalDate.of(2024, 2, 29));
      sheet.style(4, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
      sheet.value(4, 4, true);
      sheet.value(4, 5, 511602000000L);
    }
    Table table = TableReader.read(out.toByteArray());
    assertEquals(List.of(1, 5), table.rows().stream().map(TableRow::number).toList());
    assertEquals(
        List.of("取水\n许可", "20", "2.5", "2024-02-29", "是", "511602000000"),
        table.rows().get(1).cells());
  }

  @Test
  void refusesMoreColumnsThanAnyListHas() {
    List<String> many = new ArrayList<>(java.util.Collections.nCopies(201, "x"));
    assertProblem(
        String.join(",", many).getBytes(StandardCharsets.UTF_8), "import.too-many-columns", 1);
  }

  private static void assertProblem(byte[] file, String key, Integer row) {
    TableProblem problem = assertThrows(TableProblem.class, () -> TableReader.read(file));
    assertEquals(key, problem.messageKey());
    if (row == null) {
      assertNull(problem.row());
    } else {
      assertEquals(row, problem.row());
    }
  }
}
