package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.powerlist.flow.FlowDefinition;

/** What cases run on, worked out once for each version of an item: versions never change. */
@ApplicationScoped
class CaseBases {
  /** Beyond this the memory is emptied: a simple bound, reached only by very long lists. */
  private static final int MOST_KEPT = 20_000;

  private final PowerList powerList;
  private final GreenChannel greenChannel;
  private final Map<UUID, CaseBasis> kept = new ConcurrentHashMap<>();

  CaseBases(PowerList powerList, GreenChannel greenChannel) {
    this.powerList = powerList;
    this.greenChannel = greenChannel;
  }

  /** What a case of this version runs on. */
  Uni<CaseBasis> of(UUID itemVersionId) {
    CaseBasis basis = kept.get(itemVersionId);
    return basis != null
        ? Uni.createFrom().item(basis)
        : powerList.version(itemVersionId).map(this::of);
  }

  /** What a stored case runs on, with the flows it was on before if it was moved. */
  Uni<CaseBasis> of(StoredCase stored) {
    return of(stored.itemVersionId()).chain(basis -> movedFrom(basis, before(stored.events())));
  }

  /** The versions a case was on before it was moved, by its events. */
  static List<UUID> before(List<CaseEvent> events) {
    return events.stream()
        .filter(event -> event.kind() == CaseEventKind.MIGRATED)
        .map(event -> event.change().move().from())
        .distinct()
        .toList();
  }

  private Uni<CaseBasis> movedFrom(CaseBasis basis, List<UUID> versions) {
    Uni<Map<UUID, FlowDefinition>> flows = Uni.createFrom().item(new HashMap<>());
    for (UUID version : versions) {
      flows =
          flows.chain(
              found ->
                  of(version)
                      .map(
                          former -> {
                            found.put(version, former.item().flow());
                            return found;
                          }));
    }
    return flows.map(basis::movedFrom);
  }

  /** The same, of a version already at hand. */
  CaseBasis of(ItemInForce item) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(item.versionId(), id -> CaseBasis.of(item, greenChannel.grounds()));
  }
}
