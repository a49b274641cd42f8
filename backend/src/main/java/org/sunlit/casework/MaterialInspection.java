package org.sunlit.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.Tika;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Finds out what a file really is, from its content alone: a name proves nothing. Blocking; for a
 * worker.
 */
final class MaterialInspection {
  private static final Tika TIKA = new Tika();
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private MaterialInspection() {}

  /**
   * The type of a file.
   *
   * @param otherwise the message for what isn't taken
   * @throws Problem 415 naming what it is when it is none that is taken, 422 when it is one that
   *     would unpack to more than is reasonable
   */
  static MaterialType inspect(Path file, String otherwise) throws IOException {
    if (isZip(file)) {
      return ZipInspection.inspect(file, otherwise);
    }
    String found = mediaType(file);
    Optional<MaterialType> type = MaterialType.of(found);
    return type.orElseThrow(() -> notTaken(otherwise, found));
  }

  /** What a file is by its content, also what isn't taken. */
  static String mediaType(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return TIKA.detect(in);
    }
  }

  static Problem notTaken(String otherwise, String what) {
    return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).detail(otherwise, what);
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }
}
