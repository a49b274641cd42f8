package org.sunlit.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Server-Sent Events as a browser does. */
final class EventReader implements AutoCloseable {

  /** An event's id and the case it is about. */
  record Event(long id, String caseNumber) {}

  private static final Pattern CASE_NUMBER = Pattern.compile("\"caseNumber\":\"([^\"]+)\"");

  private final InputStream body;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private EventReader(InputStream body) {
    this.body = body;
    Thread thread = new Thread(this::read, "event-reader");
    thread.setDaemon(true);
    thread.start();
  }

  static EventReader open(URI stream, long lastEventId) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(stream).header("Last-Event-ID", Long.toString(lastEventId)).build();
    var response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("The stream answers " + response.statusCode());
    }
    return new EventReader(response.body());
  }

  /** The next events; fewer when they don't come in time. */
  List<Event> next(int count, Duration patience) throws InterruptedException {
    List<Event> received = new ArrayList<>();
    while (received.size() < count) {
      Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        break;
      }
      received.add(event);
    }
    return received;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      long id = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.startsWith("data: ")) {
          Matcher matcher = CASE_NUMBER.matcher(line);
          events.add(new Event(id, matcher.find() ? matcher.group(1) : null));
        }
      }
    } catch (IOException closed) {
      // The test has seen enough.
    }
  }
}
