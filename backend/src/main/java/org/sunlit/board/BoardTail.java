package org.sunlit.board;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedPublicRow;

/**
 * Reads the journal's public rows as they come, once for this node, in order, and keeps the newest
 * for readers who come back. Lives on one event loop: as an {@link Executor} it runs others' work
 * there, so that they share its state without locks.
 */
@ApplicationScoped
class BoardTail implements Executor {

  private static final Logger LOG = Logger.getLogger(BoardTail.class);
  private static final int BATCH = 500;
  private static final int KEPT = 10_000;
  private static final long RETRY_MILLIS = 500;

  private final JournalStream journal;
  private final FeedWriter writer;
  private final Vertx vertx;
  private final Context context;
  private final List<Consumer<List<Shown>>> listeners = new ArrayList<>();
  private final Deque<Shown> recent = new ArrayDeque<>();
  private volatile long place;
  private long completeFrom;
  private boolean started;
  private boolean reading;

  BoardTail(JournalStream journal, FeedWriter writer, Vertx vertx) {
    this.journal = journal;
    this.writer = writer;
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  void start(@Observes @Priority(10) StartupEvent event) {
    journal.onAdvance(head -> execute(this::read));
    execute(this::begin);
  }

  @Override
  public void execute(Runnable work) {
    context.runOnContext(ignored -> work.run());
  }

  /** Has this told of new rows, oldest first, on the tail's event loop. */
  void onRows(Consumer<List<Shown>> listener) {
    execute(() -> listeners.add(listener));
  }

  /** Up to where the journal has been read. */
  long place() {
    return place;
  }

  /** Whether {@link #recent} knows every public row after that place. */
  boolean remembersAllAfter(long after) {
    return started && after >= completeFrom;
  }

  /** The rows after that place which are still kept, oldest first. */
  List<Shown> recent(long after) {
    return recent.stream().filter(shown -> shown.place() > after).toList();
  }

  private void begin() {
    journal
        .readHead()
        .emitOn(this)
        .subscribe()
        .with(
            head -> {
              place = head;
              completeFrom = head;
              started = true;
              read();
            },
            failure -> later(failure, this::begin));
  }

  private void read() {
    if (!started || reading || journal.head() <= place) {
      return;
    }
    reading = true;
    long head = journal.head();
    journal
        .publicAfter(place, BATCH)
        .emitOn(this)
        .subscribe()
        .with(
            rows -> {
              reading = false;
              // A short answer holds everything up to the head known before; a full one may not.
              take(rows, rows.size() < BATCH ? head : rows.get(rows.size() - 1).place());
              read();
            },
            failure -> {
              reading = false;
              later(failure, this::read);
            });
  }

  private void take(List<PlacedPublicRow> rows, long readTo) {
    List<Shown> shown = rows.stream().map(writer::entry).toList();
    for (Shown row : shown) {
      recent.addLast(row);
      if (recent.size() > KEPT) {
        completeFrom = recent.removeFirst().place();
      }
    }
    place = Math.max(readTo, shown.isEmpty() ? readTo : shown.get(shown.size() - 1).place());
    if (!shown.isEmpty()) {
      listeners.forEach(listener -> listener.accept(shown));
    }
  }

  private void later(Throwable failure, Runnable work) {
    LOG.warn("The boards cannot read the journal; trying again", failure);
    vertx.setTimer(RETRY_MILLIS, ignored -> execute(work));
  }
}
