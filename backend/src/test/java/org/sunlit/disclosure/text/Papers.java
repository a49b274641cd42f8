package org.sunlit.disclosure.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Small documents of every kind, made for tests. */
public final class Papers {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private Papers() {}

  /** A PDF with a line of Chinese on each page, in a font that every reader has. */
  public static byte[] pdf(List<String> pages) {
    return pdf(
        pages.stream()
            .map(
                text ->
                    "BT /F 12 Tf 72 700 Td <"
                        + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE))
                        + "> Tj ET")
            .map(content -> content.getBytes(StandardCharsets.US_ASCII))
            .toList(),
        "");
  }

  /** A PDF whose only page draws nothing that is text, as a scanned one. */
  public static byte[] scanned() {
    return pdf(List.of("0 0 100 100 re f".getBytes(StandardCharsets.US_ASCII)), "");
  }

  /** A PDF of a few kilobytes whose page is four hundred megabytes. */
  public static byte[] pdfBomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] spaces = new byte[1 << 20];
      for (int at = 0; at < 400; at++) {
        out.write(spaces);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return pdf(List.of(packed.toByteArray()), "/Filter /FlateDecode");
  }

  private static byte[] pdf(List<byte[]> contents, String filter) {
    List<byte[]> objects = new ArrayList<>();
    objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
    String kids =
        IntStream.range(0, contents.size())
            .mapToObj(page -> (6 + 2 * page) + " 0 R")
            .collect(Collectors.joining(" "));
    objects.add(ascii("<< /Type /Pages /Kids [" + kids + "] /Count " + contents.size() + " >>"));
    objects.add(
        ascii(
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [4 0 R] >>"));
    objects.add(
        ascii(
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
                + " << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>"));
    objects.add(
        ascii(
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]"
                + " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"));
    for (int page = 0; page < contents.size(); page++) {
      objects.add(
          ascii(
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
                  + " /Resources << /Font << /F 3 0 R >> >> /Contents "
                  + (7 + 2 * page)
                  + " 0 R >>"));
      objects.add(stream(contents.get(page), filter));
    }
    return assembled(objects);
  }

  private static byte[] stream(byte[] content, String filter) {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes(ascii("<< /Length " + content.length + " " + filter + " >>\nstream\n"));
    object.writeBytes(content);
    object.writeBytes(ascii("\nendstream"));
    return object.toByteArray();
  }

  private static byte[] assembled(List<byte[]> objects) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ascii("%PDF-1.7\n"));
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    for (int at = 0; at < objects.size(); at++) {
      places.append("%010d 00000 n \n".formatted(file.size()));
      file.writeBytes(ascii((at + 1) + " 0 obj\n"));
      file.writeBytes(objects.get(at));
      file.writeBytes(ascii("\nendobj\n"));
    }
    int table = file.size();
    int size = objects.size() + 1;
    file.writeBytes(ascii("xref\n0 " + size + "\n" + places));
    file.writeBytes(
        ascii("trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n"));
    return file.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A DOCX with these paragraphs. */
  public static byte[] docx(String... paragraphs) {
    String body =
        java.util.Arrays.stream(paragraphs)
            .map(text -> "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>")
            .collect(Collectors.joining());
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types><Override ContentType=\"" + WORD + "\"/></Types>",
            "word/document.xml",
            "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"));
  }

  /** An OFD with a line of text. */
  public static byte[] ofd(String text) {
    return zip(
        Map.of(
            "OFD.xml",
            "<ofd/>",
            "Doc_0/Pages/Page_0/Content.xml",
            "<o:Page xmlns:o=\"o\"><o:TextObject><o:TextCode X=\"0\">"
                + text
                + "</o:TextCode></o:TextObject></o:Page>"));
  }

  public static byte[] zip(Map<String, String> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A workbook with these rows. */
  public static byte[] xlsx(List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("表");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
