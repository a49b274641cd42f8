package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowJson;

/** The flow of an item's version as the contract shows it, as bytes to be put into a document. */
@ApplicationScoped
class FlowBytes {
  /** What goes before the bytes in the document. */
  static final byte[] FIELD = ",\"flow\":".getBytes(StandardCharsets.US_ASCII);

  private final CaseBases bases;
  private final Map<UUID, byte[]> kept = new ConcurrentHashMap<>();

  FlowBytes(CaseBases bases) {
    this.bases = bases;
  }

  Uni<byte[]> of(UUID itemVersionId) {
    byte[] flow = kept.get(itemVersionId);
    return flow != null
        ? Uni.createFrom().item(flow)
        : bases
            .of(itemVersionId)
            .map(basis -> kept.computeIfAbsent(itemVersionId, id -> write(basis.item())));
  }

  private static byte[] write(ItemInForce item) {
    String flow = FlowJson.write(item.flow());
    return (flow.substring(0, flow.length() - 1)
            + ",\"origin\":\""
            + item.flowOrigin().code()
            + "\",\"diagram\":{\"width\":0,\"height\":0,\"nodes\":[],\"edges\":[],\"readingOrder\":[]}}")
        .replaceFirst("\"origin\":\"standard\",(?=\"steps\")", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
