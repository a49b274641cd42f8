package org.sunlit.camera.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * One file of a recording.
 *
 * @param path of the file, from the folder its playlist lies in
 * @param map path of what a player reads first (EXT-X-MAP); null where files need none
 * @param fresh whether its clock doesn't go on from the file before (EXT-X-DISCONTINUITY)
 */
public record Segment(Instant start, Duration length, String path, String map, boolean fresh) {
  /** When it was recorded. */
  public Span span() {
    return new Span(start, start.plus(length));
  }
}
