package org.sunlit.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlit.camera.RecordingStore.Forgotten;
import org.sunlit.camera.rules.Segment;
import org.sunlit.platform.HttpFolder;
import org.sunlit.problem.Problem;

/** Recordings in a folder, and the same folder behind an address. */
class FolderRecordingsTest {
  private static final LocalDate OLD = LocalDate.of(2026, 3, 2);
  private static final LocalDate NEW = OLD.plusDays(1);
  private static final byte[] PICTURE = "picture".getBytes(StandardCharsets.UTF_8);

  @TempDir Path root;

  @BeforeEach
  void record() throws IOException {
    Path files = Files.createDirectories(root.resolve("w3/files"));
    for (LocalDate day : List.of(OLD, NEW)) {
      Files.write(files.resolve(day + ".ts"), PICTURE);
      Files.writeString(
          root.resolve("w3").resolve(day + ".m3u8"),
          "#EXTM3U\n#EXT-X-PROGRAM-DATE-TIME:"
              + day
              + "T10:00:00+08:00\n#EXTINF:6,\nfiles/"
              + day
              + ".ts\n");
    }
    Files.writeString(root.resolve("secret"), "of somebody else");
    Files.writeString(root.resolve("w3/note.txt"), "not a day");
  }

  @Test
  void aDayIsReadFromItsPlaylist() {
    RecordingStore store = new FolderRecordings(root);
    List<Segment> recorded = await(store.recorded("w3", OLD));
    assertEquals(List.of("files/2026-03-02.ts"), recorded.stream().map(Segment::path).toList());
    assertArrayEquals(PICTURE, await(store.file("w3", recorded.get(0).path())));
    assertEquals(List.of(), await(store.recorded("w3", OLD.minusDays(1))));
    assertEquals(List.of(), await(store.recorded("none", OLD)));
    assertThrows(Problem.class, () -> await(store.file("w3", "../secret")));
    assertThrows(Problem.class, () -> await(store.file("w3", "files/gone.ts")));
  }

  @Test
  void whatIsTooOldIsDeletedAndNothingElse() {
    RecordingStore store = new FolderRecordings(root);
    assertEquals(List.of(new Forgotten("w3", OLD, 1)), await(store.forget(NEW)));
    assertFalse(Files.exists(root.resolve("w3/files/2026-03-02.ts")));
    assertFalse(Files.exists(root.resolve("w3/2026-03-02.m3u8")));
    assertTrue(Files.exists(root.resolve("w3/files/2026-03-03.ts")));
    assertTrue(Files.exists(root.resolve("w3/note.txt")));
    assertEquals(List.of(), await(store.forget(NEW)));
    assertEquals(List.of(), await(new FolderRecordings(root.resolve("none")).forget(NEW)));
  }

  @Test
  void onePlaylistThatNobodyCanReadKeepsNoOther() throws IOException {
    Files.createDirectories(root.resolve("w1"));
    Files.writeString(root.resolve("w1").resolve(OLD + ".m3u8"), "no playlist");
    Files.write(root.resolve("w1").resolve(OLD.minusDays(1) + ".m3u8"), new byte[] {-1, -2});
    RecordingStore store = new FolderRecordings(root);
    assertEquals(List.of(new Forgotten("w3", OLD, 1)), await(store.forget(NEW)));
    assertTrue(Files.exists(root.resolve("w1").resolve(OLD + ".m3u8")));
  }

  @Test
  void theSameBehindAnAddress() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/video/",
        exchange -> {
          Path file =
              root.resolve(exchange.getRequestURI().getPath().substring("/video/".length()));
          boolean known =
              "Bearer key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = known && Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(
              known ? body.length > 0 ? 200 : 404 : 403, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://localhost:" + server.getAddress().getPort() + "/video";
      RecordingStore store = http(base, "Bearer key");
      assertEquals(1, await(store.recorded("w3", NEW)).size());
      assertArrayEquals(PICTURE, await(store.file("w3", "files/2026-03-03.ts")));
      assertEquals(List.of(), await(store.recorded("w3", NEW.plusDays(1))));
      assertThrows(Problem.class, () -> await(store.file("w3", "files/gone.ts")));
      assertThrows(
          IllegalStateException.class, () -> await(http(base, "none").recorded("w3", NEW)));
    } finally {
      server.stop(0);
    }
  }

  private static RecordingStore http(String base, String authorization) {
    return new HttpRecordings(
        new HttpFolder(base, Optional.of(authorization), Duration.ofSeconds(5)));
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().atMost(Duration.ofSeconds(10));
  }
}
