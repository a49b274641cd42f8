package org.sunlit.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** A scanner that speaks clamd's way, and one that doesn't. */
class FileScannerTest {
  @TempDir Path folder;
  private ServerSocket clamd;

  @BeforeEach
  void open() throws IOException {
    clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    clamd.close();
  }

  @Test
  void sendsTheWholeFileAndTakesACleanOne() throws Exception {
    byte[] content = new byte[200_000];
    new Random(7).nextBytes(content);
    CompletableFuture<byte[]> received = answer("stream: OK\0");
    scanner().scan(Files.write(folder.resolve("a"), content));
    assertArrayEquals(content, received.get());
  }

  @Test
  void refusesAFileInWhichSomethingIsFound() throws Exception {
    answer("stream: Win.Test.EICAR_HDB-1 FOUND\0");
    assertEquals(ProblemType.UNPROCESSABLE, refusal().type());
  }

  @Test
  void takesNoFileThatWasNotLookedAt() throws Exception {
    answer("INSTREAM size limit exceeded. ERROR\0");
    assertEquals(ProblemType.UNAVAILABLE, refusal().type());
    answer("");
    assertEquals(ProblemType.UNAVAILABLE, refusal().type());
    answer(null);
    assertEquals(ProblemType.UNAVAILABLE, refusal().type(), "no answer in time");
    clamd.close();
    assertEquals(ProblemType.UNAVAILABLE, refusal().type(), "nobody there");
  }

  @Test
  void asksNobodyWhereNobodyIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "x");
    assertDoesNotThrow(() -> scanner(Optional.empty()).scan(file));
  }

  private Problem refusal() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "x");
    return assertThrows(Problem.class, () -> scanner().scan(file));
  }

  private FileScanner scanner() {
    return scanner(Optional.of(clamd.getInetAddress().getHostAddress()));
  }

  private FileScanner scanner(Optional<String> host) {
    int port = clamd.getLocalPort();
    return new FileScanner(
        new FileScanner.Settings() {
          @Override
          public Optional<String> host() {
            return host;
          }

          @Override
          public int port() {
            return port;
          }

          @Override
          public Duration timeout() {
            return Duration.ofMillis(500);
          }
        },
        new SimpleMeterRegistry());
  }

  /** Answers one caller; null is silence. */
  private CompletableFuture<byte[]> answer(String text) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = clamd.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
              file.write(in.readNBytes(length));
            }
            if (text == null) {
              in.read();
            } else {
              socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            }
            return file.toByteArray();
          } catch (IOException failure) {
            throw new IllegalStateException(failure);
          }
        });
  }
}
