package org.sunlit.supervision;

import org.sunlit.journal.PlacedEvent;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.rules.Told;

/** Reads the journal as the rules of supervision have it. */
public final class Happenings {
  private Happenings() {}

  /**
   * What an event tells.
   *
   * @throws RuntimeException when it can't be read
   */
  public static Happening of(PlacedEvent event) {
    return new Happening(
        event.place(),
        event.subjectId(),
        event.kind(),
        event.occurredAt(),
        event.actorAccount(),
        StoredJson.read(event.privatePayload(), Told.class));
  }
}
