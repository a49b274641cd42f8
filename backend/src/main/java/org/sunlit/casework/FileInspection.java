package org.sunlit.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sunlit.edge.FileScanner;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Finds out what a file from outside really is and whether it may do harm, before any room keeps
 * it. Blocking; for a worker.
 */
@ApplicationScoped
public class FileInspection {
  /** Text without any mark of its own. */
  public static final String TEXT = "text/plain";

  /**
   * What a room takes.
   *
   * @param text whether plain text is taken beside documents and pictures
   * @param otherwise the message that names what is taken; its argument is what the file is
   */
  public record Taken(long mostBytes, boolean text, String otherwise) {}

  /** A file that may be kept. */
  public record Inspected(String mediaType, byte[] content, byte[] sha256) {
    public static Inspected of(String mediaType, byte[] content) {
      return new Inspected(mediaType, content, FileInspection.sha256(content));
    }
  }

  private final FileScanner scanner;

  FileInspection(FileScanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Looks at a file.
   *
   * @throws Problem 413 when it is too large, 415 when it is of a kind that isn't taken, 422 when
   *     it is empty, damaged, locked, a zip bomb or infected
   */
  public Inspected inspect(Path file, Taken taken) {
    try {
      long size = Files.size(file);
      if (size > taken.mostBytes()) {
        throw Problem.of(ProblemType.TOO_LARGE, BodyLimits.text(taken.mostBytes()));
      }
      if (size == 0) {
        throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.empty");
      }
      if (taken.text() && MaterialInspection.mediaType(file).equals(TEXT)) {
        scanner.scan(file);
        return Inspected.of(TEXT, Files.readAllBytes(file));
      }
      return document(file, taken);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Inspected document(Path file, Taken taken) throws IOException {
    MaterialType type = MaterialInspection.inspect(file, taken.otherwise());
    Pixels.inspect(type, file);
    byte[] content = Files.readAllBytes(file);
    if (type == MaterialType.PDF) {
      PdfInspection.inspect(content);
    }
    scanner.scan(file);
    return Inspected.of(type.mediaType(), content);
  }

  /** A file's name as it is kept: no path, no control characters, at most 200 characters. */
  public static String cleanName(String given) {
    return FileNames.clean(given);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
