package org.sunlit.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built application, as its users start it, on a data folder. */
final class SunlitProcess {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
  private static final Duration START = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;

  private SunlitProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it on any free port and doesn't wait. */
  static SunlitProcess launch(Path dataFolder, Path log) throws IOException {
    return launch(dataFolder, log, Map.of());
  }

  /** The same with more settings, as variables of its environment. */
  static SunlitProcess launch(Path dataFolder, Path log, Map<String, String> settings)
      throws IOException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(
          "There is no " + JAR.toAbsolutePath() + ": package the application first");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1", // it lives for seconds
            "-jar",
            JAR.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "SUNLIT_DATA", dataFolder.toString(),
                "SUNLIT_DEMO_PLAYER_ENABLED", "false",
                "SUNLIT_DEMO_HISTORY_DAYS", "0",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", "0"));
    builder.environment().putAll(settings);
    return new SunlitProcess(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  /** The address, once it listens there. */
  String awaitUrl() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      Matcher listening = LISTENING.matcher(log());
      if (listening.find()) {
        return listening.group(1);
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("Sunlit ended at its start:\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("Sunlit didn't start in " + START + ":\n" + log());
  }

  /** What it answers the system when it ends by itself. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("Sunlit goes on running");
    }
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** {@code kill -9}: it learns nothing and puts nothing in order. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end and waits for that. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      kill();
    }
  }
}
