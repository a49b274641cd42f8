package org.sunlit.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.sunlit.casework.rules.CaseEvent;

/**
 * That a material on the item's list has come in, the same for whoever applied and for whoever
 * handles it.
 *
 * @param at when it came last
 * @param file the file it came as last; null when it came on paper at the window, which an event
 *     names and no file follows
 */
record Received(Instant at, StoredMaterial file) {
  /** What has come in of a material; empty when nothing has. */
  static Optional<Received> of(StoredCase stored, String code) {
    Optional<StoredMaterial> file =
        stored.materials().stream()
            .filter(material -> material.code().equals(code))
            .max(Comparator.comparing(StoredMaterial::receivedAt));
    return file.map(material -> new Received(material.receivedAt(), material))
        .or(
            () ->
                stored.events().stream()
                    .filter(event -> event.materials().contains(code))
                    .map(CaseEvent::at)
                    .max(Comparator.naturalOrder())
                    .map(at -> new Received(at, null)));
  }
}
