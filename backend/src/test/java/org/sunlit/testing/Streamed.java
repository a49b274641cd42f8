package org.sunlit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to a stream of Server-Sent Events with somebody's token, as a page does. */
public final class Streamed implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An event with its id, and when it came. */
  public record Event(long id, JsonNode data, long atNanos) {}

  private final InputStream body;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private Streamed(InputStream body) {
    this.body = body;
    Thread thread = new Thread(this::read, "streamed");
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens it; the last id it has is sent along, unless it is null. */
  public static Streamed open(URI stream, String token, Long lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token);
    if (lastEventId != null) {
      request.header("Last-Event-ID", Long.toString(lastEventId));
    }
    try {
      HttpResponse<InputStream> response =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("The stream answers " + response.statusCode());
      }
      return new Streamed(response.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What has come so far, in its order. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Whether the other side has ended it. */
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException already) {
      throw new UncheckedIOException(already);
    }
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      long id = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          id = Long.parseLong(line.substring(3).strip());
        } else if (line.startsWith("data:")) {
          events.add(new Event(id, JSON.readTree(line.substring(5)), System.nanoTime()));
        }
      }
    } catch (IOException closed) {
      // Whoever listened has heard enough.
    }
    ended = true;
  }
}
