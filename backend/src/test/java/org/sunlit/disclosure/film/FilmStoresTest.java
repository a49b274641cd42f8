package org.sunlit.disclosure.film;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlit.platform.ByteRange;
import org.sunlit.platform.HttpFolder;

/** A folder and a server hold the same films, and say the same of them. */
class FilmStoresTest {
  private static final String FILM = "apply/film.mp4";
  private static final String CONTENT = "0123456789";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String KEY = "Bearer of the store";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  @TempDir Path folder;

  private HttpServer server;
  private boolean answersRanges = true;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder.resolve("apply"));
    Files.writeString(folder.resolve(FILM), CONTENT);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/films/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void aFolderTellsWhatIsThereAndGivesAnyStretchOfIt() throws IOException {
    FilmStore store = new FolderFilms(folder);
    holds(store);
    String before = found(store, FILM).orElseThrow().version();
    Files.setLastModifiedTime(folder.resolve(FILM), FileTime.from(Instant.EPOCH));
    assertNotEquals(before, found(store, FILM).orElseThrow().version(), "another file is told");
    assertEquals(Optional.empty(), found(store, "apply"), "a folder is no film");
  }

  @Test
  void soDoesAServer() {
    holds(server(KEY));
  }

  @Test
  void aServerThatRefusesOrKnowsNoRangesIsNotTakenForAFilm() {
    FilmStore stranger = server("Bearer of another store");
    assertThrows(IllegalStateException.class, () -> found(stranger, FILM));
    answersRanges = false;
    assertThrows(IllegalStateException.class, () -> read(server(KEY), 2, 4));
  }

  private void holds(FilmStore store) {
    assertEquals(CONTENT.length(), found(store, FILM).orElseThrow().size());
    assertEquals(Optional.empty(), found(store, "apply/none.mp4"));
    assertEquals(CONTENT, read(store, 0, 9));
    assertEquals("234", read(store, 2, 4));
    assertEquals("9", read(store, 9, 9));
    assertThrows(RuntimeException.class, () -> read(store, 8, 12), "it has become shorter");
  }

  private FilmStore server(String authorization) {
    String base =
        "http://127.0.0.1:" + server.getAddress().getPort() + "/films"; // with or without a slash
    return new HttpFilms(new HttpFolder(base, Optional.of(authorization), TIMEOUT));
  }

  private static Optional<FilmStore.Found> found(FilmStore store, String path) {
    return store.find(path).await().atMost(TIMEOUT);
  }

  private static String read(FilmStore store, long first, long last) {
    return store.read(FILM, new ByteRange(first, last)).await().atMost(TIMEOUT).toString(UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/films/".length()));
      if (!KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(403, -1);
      } else if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        exchange.getResponseHeaders().add("Content-Length", String.valueOf(Files.size(file)));
        exchange.sendResponseHeaders(200, -1);
      } else {
        send(exchange, Files.readAllBytes(file));
      }
    }
  }

  private void send(HttpExchange exchange, byte[] content) throws IOException {
    Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
    boolean part = answersRanges && range.matches();
    byte[] sent =
        part
            ? Arrays.copyOfRange(
                content,
                Integer.parseInt(range.group(1)),
                Math.min(content.length, Integer.parseInt(range.group(2)) + 1))
            : content;
    exchange.sendResponseHeaders(part ? 206 : 200, sent.length);
    exchange.getResponseBody().write(sent);
  }
}
