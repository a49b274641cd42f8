package org.sunlit.camera;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.camera.rules.Segment;

/**
 * Where recordings lie. Nothing in it blocks an event loop: what is read is read on a worker or
 * over the network.
 */
interface RecordingStore {
  /**
   * A day whose recordings were deleted.
   *
   * @param files how many files they were
   */
  record Forgotten(String camera, LocalDate day, int files) {}

  /** What a camera recorded on a day of the city; nothing when there is nothing. */
  Uni<List<Segment>> recorded(String camera, LocalDate day);

  /** A file of it; fails with 404 when it is gone. */
  Uni<byte[]> file(String camera, String path);

  /** Deletes what was recorded before that day; nothing where the store keeps its own time. */
  Uni<List<Forgotten>> forget(LocalDate firstKept);
}
