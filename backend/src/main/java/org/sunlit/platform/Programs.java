package org.sunlit.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the system to their end. */
final class Programs {
  /** Also the status of a program that couldn't be started or took too long. */
  static final int FAILED = -1;

  private Programs() {}

  /**
   * What came of it.
   *
   * @param status 0 when all went well
   * @param output standard output and error together
   */
  record Outcome(int status, String output) {}

  /**
   * Runs a program and waits. The output goes through a file, not a pipe: a server that the program
   * leaves behind may keep its output open.
   */
  static Outcome run(List<String> command, int seconds) {
    Path output = null;
    try {
      output = Files.createTempFile("sunlit", ".out");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_MESSAGES", "C");
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.PIPE);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(FAILED, "took longer than " + seconds + " s\n" + text(output));
      }
      return new Outcome(process.exitValue(), text(output));
    } catch (IOException failure) {
      return new Outcome(FAILED, String.valueOf(failure.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Outcome(FAILED, "interrupted");
    } finally {
      deleteQuietly(output);
    }
  }

  private static String text(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }

  private static void deleteQuietly(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException ignored) {
        // A leftover in the system's temporary folder harms nobody.
      }
    }
  }
}
