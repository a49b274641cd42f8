package org.sunlit.casework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.problem.Problem;
import org.sunlit.testing.Api;

/** Pictures that are larger than they look, and papers that do more than papers do. */
class MaterialDangersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"640, 480", "7000, 9900", "1, 30000", "10000, 10000"})
  void takesPicturesOfAReasonableSize(int width, int height) throws IOException {
    Path png = file(Pictures.png(width, height));
    Path jpeg = file(Pictures.jpeg(width, height));
    assertDoesNotThrow(() -> Pixels.inspect(MaterialType.PNG, png));
    assertDoesNotThrow(() -> Pixels.inspect(MaterialType.JPEG, jpeg));
  }

  @ParameterizedTest
  @CsvSource({"30001, 1", "1, 60000", "10001, 10000", "65535, 65535"})
  void refusesPicturesThatUnpackToTooMuch(int width, int height) throws IOException {
    refused("upload.too-many-pixels", MaterialType.PNG, Pictures.png(width, height));
    refused("upload.too-many-pixels", MaterialType.JPEG, Pictures.jpeg(width, height));
  }

  @Test
  void refusesPicturesWithoutASize() throws IOException {
    refused("upload.damaged", MaterialType.PNG, Pictures.png(0, 10));
    refused("upload.damaged", MaterialType.PNG, Pictures.png(-1, 10));
    refused("upload.damaged", MaterialType.PNG, Arrays.copyOf(Pictures.png(10, 10), 20));
    refused("upload.damaged", MaterialType.JPEG, Pictures.jpeg(10, 0));
    for (int length = 2; length < 43; length++) {
      refused("upload.damaged", MaterialType.JPEG, Arrays.copyOf(Pictures.jpeg(9, 9), length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "/AA << /O << /S /Launch /F (calc.exe) >> >>",
        "/S /J#61vaScript",
        "/S/#4cau#6ech",
        "/Subtype/RichMedia"
      })
  void refusesAPdfThatDoesThings(String dictionary) {
    refused("upload.active-pdf", pdf("<< /Type /Catalog " + dictionary + " >>"));
    refused("upload.active-pdf", packed("<< " + dictionary + " >>", "/Type /ObjStm"));
    refused("upload.active-pdf", packed("<< " + dictionary + " >>", "/Type/Obj#53tm"));
  }

  @Test
  void refusesAPdfItCannotLookInto() {
    refused("upload.locked-pdf", pdf("<< /Encrypt 5 0 R >>"));
  }

  @Test
  void refusesAPdfThatUnpacksToTooMuch() {
    refused("upload.zip-bomb", packed(" ".repeat(70 * 1024 * 1024), "/Type /ObjStm"));
  }

  @Test
  void takesAPlainPdfWhateverItsPagesSay() {
    assertDoesNotThrow(() -> PdfInspection.inspect(Api.PDF));
    assertDoesNotThrow(
        () -> PdfInspection.inspect(packed("(/JavaScript is a word)", "/Filter /FlateDecode")));
    assertDoesNotThrow(
        () -> PdfInspection.inspect(pdf("<< /Names << /EmbeddedFiles 7 0 R >> /JSomething 1 >>")));
    assertDoesNotThrow(() -> PdfInspection.inspect(pdf("stream\n/JavaScript\nendstream")));
  }

  private static byte[] pdf(String object) {
    return ("%PDF-1.7\n1 0 obj\n" + object + "\nendobj\ntrailer\n<<>>\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] packed(String objects, String dictionary) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(
          ("%PDF-1.7\n1 0 obj\n<< " + dictionary + " >>\nstream\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
        deflater.write(objects.getBytes(StandardCharsets.ISO_8859_1));
        deflater.finish();
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void refused(String key, byte[] pdf) {
    assertKey(key, assertThrows(Problem.class, () -> PdfInspection.inspect(pdf)));
  }

  private void refused(String key, MaterialType type, byte[] picture) throws IOException {
    Path file = file(picture);
    assertKey(key, assertThrows(Problem.class, () -> Pixels.inspect(type, file)));
  }

  private static void assertKey(String key, Problem problem) {
    assertEquals(key, problem.errors().get(0).messageKey());
  }

  private Path file(byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "material", ".bin");
    return Files.write(file, content);
  }
}
