package org.sunlit.disclosure.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlit.disclosure.rules.FileKind;
import org.sunlit.disclosure.rules.TextState;
import org.sunlit.problem.Problem;

/** What is read in files, and what ends without harm. */
class FileTextsTest {
  @TempDir Path folder;

  @Test
  void readsThePagesOfAPdf() throws IOException {
    FileText read = read(FileKind.PDF, Papers.pdf(List.of("二〇二六年部门预算", "公务接待费三万元")));
    assertEquals(TextState.READ, read.state());
    assertEquals(2, read.pages());
    assertEquals("二〇二六年部门预算\n公务接待费三万元", read.text());
  }

  @Test
  void saysWhenAPdfHasNoText() throws IOException {
    FileText read = read(FileKind.PDF, Papers.scanned());
    assertEquals(TextState.NONE, read.state());
    assertEquals(1, read.pages());
  }

  @Test
  void readsTheBeginningOfAThousandPages() throws IOException {
    FileText read = read(FileKind.PDF, Papers.pdf(Collections.nCopies(1_000, "预算")));
    assertEquals(TextState.PARTLY, read.state());
    assertEquals(1_000, read.pages());
    assertEquals(PdfTextProgram.MOST_PAGES, read.text().lines().count());
  }

  @Test
  void outlivesAPdfThatUnpacksToMoreThanThereIs() throws IOException {
    Path bomb = file(Papers.pdfBomb());
    assertEquals(TextState.UNREADABLE, PdfText.read(bomb, Duration.ofSeconds(1)).state());
    assertEquals(
        TextState.UNREADABLE,
        read(FileKind.PDF, "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)).state());
  }

  @Test
  void givesUpInTime() throws IOException {
    Path pdf = file(Papers.pdf(List.of("预算")));
    assertEquals(TextState.UNREADABLE, PdfText.read(pdf, Duration.ofMillis(1)).state());
  }

  @Test
  void readsOfficeDocuments() throws IOException {
    assertEquals("第一段\n第二段", read(FileKind.DOCX, Papers.docx("第一段", "第二段")).text());
    assertEquals("版式文字", read(FileKind.OFD, Papers.ofd("版式文字")).text());
    FileText table =
        read(FileKind.XLSX, Papers.xlsx(List.of(List.of("科目", "金额"), List.of("=1+1", "-3,5"))));
    assertTrue(table.text().startsWith("科目 金额\n=1+1 -3,5"), table.text());
    assertEquals("科目,金额\r\n'=1+1,\"-3,5\"\r\n", table.table());
  }

  @Test
  void neverFollowsWhatXmlPointsTo() throws IOException {
    byte[] hostile =
        Papers.zip(
            java.util.Map.of(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d><t>&e;</t></d>"));
    FileText read = read(FileKind.DOCX, hostile);
    assertTrue(read.text().isEmpty(), read.text());
  }

  @Test
  void readsTextInBothEncodingsAndRefusesWhatIsNone() throws IOException {
    assertEquals("预算", read(FileKind.TEXT, "预算".getBytes(StandardCharsets.UTF_8)).text());
    assertEquals("预算", read(FileKind.CSV, "预算".getBytes(Charset.forName("GB18030"))).text());
    assertThrows(Problem.class, () -> read(FileKind.TEXT, new byte[] {(byte) 0xFF, 'a', 'b'}));
    assertNull(read(FileKind.PNG, new byte[] {1}).pages());
  }

  @Test
  void keepsWhatADatabaseTakes() {
    FileText read = FileText.of("a\u0000b\ud800c　　d\r\n\r\n e", true, null, null);
    assertEquals("a b c d\ne", read.text());
    FileText longer = FileText.of("预".repeat(FileText.MOST_CHARACTERS + 1), true, null, null);
    assertEquals(TextState.PARTLY, longer.state());
    assertEquals(FileText.MOST_CHARACTERS, longer.text().length());
  }

  private FileText read(FileKind kind, byte[] content) throws IOException {
    return FileTexts.read(kind, file(content), content);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "paper", null), content);
  }
}
