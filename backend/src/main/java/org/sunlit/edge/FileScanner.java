package org.sunlit.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Has files looked at by a scanner of the operator's, if there is one: ClamAV's daemon over TCP
 * ({@code INSTREAM}). Where a scanner is configured, a file it hasn't looked at isn't taken.
 * Blocking; for a worker.
 */
@Singleton
public class FileScanner {
  private static final Logger LOG = Logger.getLogger(FileScanner.class);
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;
  private static final String CLEAN = "stream: OK";
  private static final String FOUND = " FOUND";

  /** Where the scanner is. */
  @ConfigMapping(prefix = "sunlit.scanner")
  interface Settings {
    /** None when nothing is said: then nothing is scanned. */
    Optional<String> host();

    @WithDefault("3310")
    int port();

    /** For connecting and for each answer. */
    @WithDefault("20s")
    Duration timeout();
  }

  private final Settings settings;
  private final Counter found;
  private final Counter failed;

  FileScanner(Settings settings, MeterRegistry meters) {
    this.settings = settings;
    this.found =
        counter(meters, "sunlit.scanner.found", "Files in which the scanner found something");
    this.failed = counter(meters, "sunlit.scanner.failures", "Files the scanner did not look at");
  }

  private static Counter counter(MeterRegistry meters, String name, String means) {
    return Counter.builder(name).description(means).register(meters);
  }

  /**
   * Has a file looked at.
   *
   * @throws Problem 422 when something is found in it, 503 when the scanner can't be asked
   */
  public void scan(Path file) {
    if (settings.host().isEmpty()) {
      return;
    }
    String answer;
    try {
      answer = ask(settings.host().get(), file);
    } catch (IOException failure) {
      failed.increment();
      LOG.warnf("The scanner can't be asked: %s", failure.toString());
      throw notScanned();
    }
    if (answer.endsWith(FOUND)) {
      found.increment();
      LOG.warnf("The scanner refused a file: %s", answer);
      throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.infected");
    }
    if (!answer.equals(CLEAN)) {
      failed.increment();
      LOG.warnf("The scanner didn't look at a file: %s", answer);
      throw notScanned();
    }
  }

  private static Problem notScanned() {
    return Problem.of(ProblemType.UNAVAILABLE)
        .detail("upload.not-scanned")
        .header("Retry-After", "30");
  }

  /** Chunks with their length before them; one of none ends it (clamd(8)). */
  private String ask(String host, Path file) throws IOException {
    int timeout = (int) settings.timeout().toMillis();
    try (Socket socket = new Socket();
        InputStream in = Files.newInputStream(file)) {
      socket.connect(new InetSocketAddress(host, settings.port()), timeout);
      socket.setSoTimeout(timeout);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(COMMAND);
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.writeInt(read);
        out.write(chunk, 0, read);
      }
      out.writeInt(0);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
  }
}
