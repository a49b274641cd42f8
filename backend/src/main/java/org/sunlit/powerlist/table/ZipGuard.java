package org.sunlit.powerlist.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Inflates everything an archive lists, counting, before anything parses it: what a zip bomb states
 * of itself is worthless. Reads the central directory, as the parser will, so that both see the
 * same entries.
 */
final class ZipGuard {
  static final int MOST_ENTRIES = 1_000;
  static final long MOST_BYTES = 150L << 20;

  /** A sheet of equal cells shrinks to a hundredth; beyond that it is no sheet. */
  static final int MOST_RATIO = 200;

  /** Small archives of small files may have any ratio. */
  private static final long HARMLESS_BYTES = 1L << 20;

  private static final String WORKBOOK = "xl/workbook.xml";

  private ZipGuard() {}

  /**
   * Checks an archive.
   *
   * @throws TableProblem when it is broken, no workbook, or too much
   */
  static void check(byte[] file) {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > MOST_ENTRIES) {
        throw tooMuch();
      }
      long total = 0;
      byte[] buffer = new byte[1 << 16];
      for (ZipArchiveEntry entry : entries) {
        total = inflate(zip, entry, buffer, total, file.length);
      }
      if (zip.getEntry(WORKBOOK) == null) {
        throw new TableProblem(null, "import.not-a-table", "application/zip");
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new TableProblem(null, "import.broken-xlsx");
    }
  }

  private static long inflate(
      ZipFile zip, ZipArchiveEntry entry, byte[] buffer, long before, int fileSize)
      throws IOException {
    long total = before;
    try (InputStream content = zip.getInputStream(entry)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        total += read;
        if (total > MOST_BYTES
            || (total > HARMLESS_BYTES && total > (long) MOST_RATIO * fileSize)) {
          throw tooMuch();
        }
      }
    }
    return total;
  }

  private static TableProblem tooMuch() {
    return new TableProblem(null, "import.zip-bomb");
  }
}
