package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.platform.Workers;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableProblem;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * A table that somebody sent.
 *
 * @param table null where the file can't be read as one
 * @param fault why it can't; else null
 */
record UploadedTable(Table table, Fault fault) {
  private static final long MOST_BYTES = 20L << 20;
  private static final int LONGEST_NAME = 100;

  /**
   * Reads it away from the event loop.
   *
   * @return fails with 400 where there is none and 413 where it is too large
   */
  static Uni<UploadedTable> of(FileUpload file) {
    if (file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    if (file.size() > MOST_BYTES) {
      throw Problem.of(ProblemType.TOO_LARGE, BodyLimits.text(MOST_BYTES));
    }
    return Workers.call(() -> of(bytes(file)));
  }

  static UploadedTable of(byte[] file) {
    try {
      return new UploadedTable(TableReader.read(file), null);
    } catch (TableProblem problem) {
      return new UploadedTable(
          null, Fault.of(problem.row(), null, problem.messageKey(), problem.args().toArray()));
    }
  }

  Optional<Fault> unreadable() {
    return Optional.ofNullable(fault);
  }

  /** What the file was called, without any path, for showing only. */
  static String name(FileUpload file) {
    String name = file.fileName() == null ? "" : file.fileName().replaceAll(".*[/\\\\]", "");
    String shown = name.replaceAll("\\p{Cntrl}|[\\ud800-\\udfff]", "").strip();
    return shown.isEmpty() ? "-" : shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The uploaded file can't be read", unreadable);
    }
  }
}
