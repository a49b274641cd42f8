package org.sunlit.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Looks into a file that is a ZIP inside: OFD, DOCX and XLSX are. Everything is unpacked once, into
 * nowhere, because what a directory says about sizes can be a lie; a zip bomb is refused as soon as
 * it has shown itself.
 */
final class ZipInspection {
  static final int MOST_ENTRIES = 5_000;
  static final long MOST_UNPACKED = 200L * 1024 * 1024;
  static final int HIGHEST_RATIO = 150;

  /** Small text packs well: below this a high ratio means nothing. */
  private static final long RATIO_FROM = 1024 * 1024;

  private static final int CONTENT_TYPES_LIMIT = 1024 * 1024;
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String OFD_ROOT = "OFD.xml";
  private static final String PLAIN_ZIP = "application/zip";

  private ZipInspection() {}

  static MaterialType inspect(Path file, String otherwise) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      unpackIntoNowhere(zip);
      return type(zip, otherwise);
    } catch (ZipException broken) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.damaged");
    }
  }

  private static void unpackIntoNowhere(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw bomb();
    }
    byte[] buffer = new byte[64 * 1024];
    long unpacked = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      long packed = Math.max(1, entry.getCompressedSize());
      long own = 0;
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          own += read;
          unpacked += read;
          if (unpacked > MOST_UNPACKED || (own > RATIO_FROM && own / packed > HIGHEST_RATIO)) {
            throw bomb();
          }
        }
      }
    }
  }

  private static MaterialType type(ZipFile zip, String otherwise) throws IOException {
    if (zip.getEntry(OFD_ROOT) != null) {
      return MaterialType.OFD;
    }
    ZipEntry contentTypes = zip.getEntry(CONTENT_TYPES);
    if (contentTypes == null) {
      throw MaterialInspection.notTaken(otherwise, PLAIN_ZIP);
    }
    String declared;
    try (InputStream in = zip.getInputStream(contentTypes)) {
      declared = new String(in.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8);
    }
    // Files with macros declare other main parts, and aren't taken.
    if (declared.contains(MaterialType.DOCX.mediaType() + ".main+xml")) {
      return MaterialType.DOCX;
    }
    if (declared.contains(MaterialType.XLSX.mediaType() + ".main+xml")) {
      return MaterialType.XLSX;
    }
    throw MaterialInspection.notTaken(otherwise, PLAIN_ZIP);
  }

  private static Problem bomb() {
    return Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.zip-bomb");
  }
}
