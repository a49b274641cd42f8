package org.sunlit.platform;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A body whose length nobody has declared (chunked, or HTTP/2), taken in and counted as it comes.
 * No more than the limit is ever kept.
 */
final class CountedBody {
  /** Where a routing context keeps it. */
  static final String KEY = "sunlit.counted-body";

  private final HttpServerRequest request;
  private final long most;
  private final Handler<Buffer> whole;
  private final Runnable tooMuch;
  private Buffer soFar = Buffer.buffer();

  private CountedBody(
      HttpServerRequest request, long most, Handler<Buffer> whole, Runnable tooMuch) {
    this.request = request;
    this.most = most;
    this.whole = whole;
    this.tooMuch = tooMuch;
  }

  /**
   * Takes a body in, on the event loop and without waiting.
   *
   * @param most bytes it may have
   * @param whole gets it when it has ended; never when the sender goes away before
   * @param tooMuch told once, as soon as there are more; what comes then is its to handle
   */
  static void take(HttpServerRequest request, long most, Handler<Buffer> whole, Runnable tooMuch) {
    CountedBody body = new CountedBody(request, most, whole, tooMuch);
    request.handler(body::add);
    request.endHandler(end -> whole.handle(body.soFar));
    // Quarkus holds a body back until somebody wants it.
    request.resume();
  }

  private void add(Buffer chunk) {
    if (soFar.length() + chunk.length() <= most) {
      soFar.appendBuffer(chunk);
      return;
    }
    soFar = Buffer.buffer();
    request.endHandler(null);
    tooMuch.run();
  }
}
