package org.sunlit.disclosure.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;

/**
 * Has a PDF read by {@link PdfTextProgram} in a process with its own memory and its own end: a
 * document that asks for too much ends that process and nothing else. Blocking.
 */
final class PdfText {
  private static final Logger LOG = Logger.getLogger(PdfText.class);
  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String MOST_MEMORY = "-Xmx192m";

  private PdfText() {}

  static FileText read(Path pdf) throws IOException {
    return read(pdf, LONGEST);
  }

  /** Gives up after this time. */
  static FileText read(Path pdf, Duration longest) throws IOException {
    Path written = Files.createTempFile("pdf-text", null);
    try {
      return run(pdf, written, longest) ? result(written) : FileText.unreadable();
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static boolean run(Path pdf, Path written, Duration longest) throws IOException {
    Process process =
        new ProcessBuilder(command(pdf, written))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warnf("Reading a PDF took more than %s", longest);
        return false;
      }
      return process.exitValue() == 0;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(Path pdf, Path written) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        MOST_MEMORY,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.awt.headless=true",
        "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        CLASS_PATH,
        PdfTextProgram.class.getName(),
        pdf.toString(),
        written.toString());
  }

  private static final String CLASS_PATH =
      Stream.of(
              PdfTextProgram.class,
              PDDocument.class,
              RandomAccessRead.class,
              TrueTypeFont.class,
              LogFactory.class,
              Logger.class)
          .map(PdfText::place)
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));

  /** The archive or folder a class was loaded from. */
  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static FileText result(Path written) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(written)))) {
      int pages = in.readInt();
      boolean whole = in.readBoolean();
      return FileText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8), whole, pages, null);
    }
  }
}
