package org.sunlit.board;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sunlit.journal.JournalStream;

/**
 * Server-Sent Events (WHATWG HTML, 9.2): the id of an event is its place in the journal, so a
 * reader that comes back with the last id it has goes on without a gap or a repeat. Lives on the
 * tail's event loop.
 */
@ApplicationScoped
class EventStream {

  private static final int CATCH_UP_BATCH = 500;
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final Buffer HEARTBEAT = Buffer.buffer(": still here\n\n");
  private static final Buffer HELLO = Buffer.buffer("retry: 2000\n: sunlit\n\n");

  private final BoardTail tail;
  private final JournalStream journal;
  private final FeedWriter writer;
  private final Vertx vertx;
  private final Set<EventClient> clients = new LinkedHashSet<>();

  EventStream(BoardTail tail, JournalStream journal, FeedWriter writer, Vertx vertx) {
    this.tail = tail;
    this.journal = journal;
    this.writer = writer;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    tail.onRows(this::broadcast);
    vertx.setPeriodic(HEARTBEAT_MILLIS, ignored -> tail.execute(this::beat));
  }

  /** How many readers are connected to this node. */
  int readers() {
    return clients.size();
  }

  /**
   * Begins to send to a reader.
   *
   * @param after the last place it has; null for one that wants only what comes
   */
  void open(Screen screen, HttpServerResponse response, Long after) {
    tail.execute(
        () -> {
          EventClient client =
              new EventClient(screen, response, after == null ? tail.place() : after);
          response.exceptionHandler(ignored -> tail.execute(() -> clients.remove(client)));
          response.closeHandler(ignored -> tail.execute(() -> clients.remove(client)));
          if (client.write(HELLO)) {
            catchUp(client);
          }
        });
  }

  /** From the database as far as needed, then from memory, then live. */
  private void catchUp(EventClient client) {
    if (tail.remembersAllAfter(client.sentTo())) {
      List<Shown> missed = tail.recent(client.sentTo());
      if (client.send(missed, frames(missed))) {
        clients.add(client);
      }
      return;
    }
    long knownBefore = tail.place();
    journal
        .publicAfter(client.sentTo(), CATCH_UP_BATCH)
        .emitOn(tail)
        .subscribe()
        .with(
            rows -> {
              List<Shown> shown = rows.stream().map(writer::entry).toList();
              if (client.send(shown, frames(shown))) {
                if (shown.size() < CATCH_UP_BATCH) {
                  client.hasAllUpTo(knownBefore);
                }
                catchUp(client);
              }
            },
            failure -> client.close());
  }

  private void broadcast(List<Shown> rows) {
    if (!clients.isEmpty()) {
      List<Buffer> frames = frames(rows);
      clients.removeIf(client -> !client.send(rows, frames));
    }
  }

  private void beat() {
    clients.removeIf(client -> !client.write(HEARTBEAT));
  }

  private static List<Buffer> frames(List<Shown> rows) {
    return rows.stream().map(EventStream::frame).toList();
  }

  private static Buffer frame(Shown shown) {
    return Buffer.buffer(shown.json().length + 40)
        .appendString("id: ")
        .appendString(Long.toString(shown.place()))
        .appendString("\ndata: ")
        .appendBytes(shown.json())
        .appendString("\n\n");
  }
}
