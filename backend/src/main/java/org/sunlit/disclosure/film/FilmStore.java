package org.sunlit.disclosure.film;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.sunlit.platform.ByteRange;

/** Where films lie. Nothing in it blocks an event loop, and nothing reads a whole film. */
interface FilmStore {
  /**
   * A file that is there.
   *
   * @param size in bytes
   * @param version another one when its content is another
   */
  record Found(long size, String version) {}

  /** Whether a file is there, and which. */
  Uni<Optional<Found>> find(String path);

  /** A stretch of it. */
  Uni<Buffer> read(String path, ByteRange part);
}
