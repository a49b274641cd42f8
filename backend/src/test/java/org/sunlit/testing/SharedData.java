package org.sunlit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real lists for trying the product on; they lie beside the project and are no part of it. */
public final class SharedData {
  private SharedData() {}

  /** A file of the folder; the test is skipped when the folder isn't there. */
  public static byte[] file(String name) {
    String folder = System.getenv().getOrDefault("SUNLIT_SHARED_DATA", "../../shared/data");
    Path file = Path.of(folder).resolve(name).toAbsolutePath().normalize();
    Assumptions.assumeTrue(
        Files.isReadable(file),
        "Skipped: there is no real list at " + file + "; SUNLIT_SHARED_DATA says where they are");
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
