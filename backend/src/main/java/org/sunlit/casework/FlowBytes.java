package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sunlit.powerlist.FlowDocuments;

/**
 * The flow of an item's version as the contract shows it, as bytes to be put into a document. It
 * never changes, so it is kept; many versions share one flow, and its bytes with it.
 */
@ApplicationScoped
class FlowBytes {
  /** Beyond this the memory is emptied: a simple bound, reached only by very long lists. */
  private static final int MOST_KEPT = 20_000;

  private final CaseBases bases;
  private final FlowDocuments documents;
  private final Map<UUID, byte[]> byVersion = new ConcurrentHashMap<>();
  private final Map<UUID, byte[]> byFlow = new ConcurrentHashMap<>();

  FlowBytes(CaseBases bases, FlowDocuments documents) {
    this.bases = bases;
    this.documents = documents;
  }

  /** The flow's JSON in UTF-8. Not to be changed. */
  Uni<byte[]> of(UUID itemVersionId) {
    byte[] flow = byVersion.get(itemVersionId);
    return flow != null
        ? Uni.createFrom().item(flow)
        : bases
            .of(itemVersionId)
            .chain(basis -> ofFlow(basis.item().flowId()))
            .invoke(found -> keep(byVersion, itemVersionId, found));
  }

  private Uni<byte[]> ofFlow(UUID flowId) {
    byte[] flow = byFlow.get(flowId);
    return flow != null
        ? Uni.createFrom().item(flow)
        : documents
            .json(flowId)
            .map(json -> json.getBytes(StandardCharsets.UTF_8))
            .invoke(found -> keep(byFlow, flowId, found));
  }

  private static void keep(Map<UUID, byte[]> kept, UUID id, byte[] flow) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.putIfAbsent(id, flow);
  }
}
