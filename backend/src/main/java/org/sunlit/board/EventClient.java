package org.sunlit.board;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * One reader of the stream: gets each row that its screen shows once, in order. A reader that is
 * too slow to take what it is sent is let go; it comes back with the last id it has and misses
 * nothing.
 */
final class EventClient {

  private final Screen screen;
  private final HttpServerResponse response;
  private long sentTo;

  /**
   * @param after the last place it has
   */
  EventClient(Screen screen, HttpServerResponse response, long after) {
    this.screen = screen;
    this.response = response;
    this.sentTo = after;
  }

  long sentTo() {
    return sentTo;
  }

  /** Nothing that this reader lacks has a place up to this one. */
  void hasAllUpTo(long place) {
    sentTo = Math.max(sentTo, place);
  }

  /** Ends the connection; the reader comes back by itself. */
  void close() {
    response.reset();
  }

  /** Sends those of the rows that are new to it; false when the reader is gone. */
  boolean send(List<Shown> rows, List<Buffer> frames) {
    for (int index = 0; index < rows.size(); index++) {
      Shown shown = rows.get(index);
      if (shown.place() > sentTo) {
        sentTo = shown.place();
        if (screen.shows(shown.row().projection()) && !write(frames.get(index))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Writes a frame; false when the reader is gone or too slow. */
  boolean write(Buffer frame) {
    if (response.ended() || response.closed()) {
      return false;
    }
    if (response.writeQueueFull()) {
      response.reset();
      return false;
    }
    response.write(frame);
    return true;
  }
}
