package org.sunlit.board;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** A feed ready to be sent, as it is and gzipped, for villages at the end of a thin line. */
record Feed(Buffer plain, Buffer gzipped, CharSequence contentType, CharSequence entityTag) {

  static Feed of(byte[] body, String contentType, String entityTag) {
    return new Feed(
        outsideTheHeap(body),
        outsideTheHeap(gzip(body)),
        HttpHeaders.createOptimized(contentType),
        HttpHeaders.createOptimized(entityTag));
  }

  /** Whether a reader who names this tag has this feed already (RFC 9110, 13.1.2). */
  boolean isKnownAs(String tag) {
    return tag != null && CharSequence.compare(entityTag, tag) == 0;
  }

  private static byte[] gzip(byte[] body) {
    var gzipped = new ByteArrayOutputStream(body.length / 4 + 64);
    try (var gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return gzipped.toByteArray();
  }

  /** A socket takes bytes from there as they lie; those in the heap it copies for every reader. */
  private static Buffer outsideTheHeap(byte[] bytes) {
    ByteBuffer outside = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    return Buffer.buffer(Unpooled.wrappedBuffer(outside));
  }
}
