package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;

/** What cases run on, worked out once for each version of an item: versions never change. */
@ApplicationScoped
class CaseBases {
  /** Beyond this the memory is emptied: a simple bound, reached only by very long lists. */
  private static final int MOST_KEPT = 20_000;

  private final PowerList powerList;
  private final Map<UUID, CaseBasis> kept = new ConcurrentHashMap<>();

  CaseBases(PowerList powerList) {
    this.powerList = powerList;
  }

  /** What a case of this version runs on. */
  Uni<CaseBasis> of(UUID itemVersionId) {
    CaseBasis basis = kept.get(itemVersionId);
    return basis != null
        ? Uni.createFrom().item(basis)
        : powerList.version(itemVersionId).map(this::of);
  }

  /** The same, of a version already at hand. */
  CaseBasis of(ItemInForce item) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(item.versionId(), id -> CaseBasis.of(item));
  }
}
