package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.api.model.CaseFile;
import org.sunlit.api.model.Flow;
import org.sunlit.api.model.TrackedCase;
import org.sunlit.powerlist.FlowDocuments;
import org.sunlit.powerlist.PrebuiltFlow;
import org.sunlit.problem.Language;

/** A case as its applicant and as the staff see it, with its flow. */
@ApplicationScoped
class Documents {
  private final FlowDocuments flows;
  private final ReuseMaterials reuse;
  private final Clock clock;

  Documents(FlowDocuments flows, ReuseMaterials reuse, Clock clock) {
    this.flows = flows;
    this.reuse = reuse;
    this.clock = clock;
  }

  Uni<TrackedCase> tracked(CaseNow now) {
    return flow(now)
        .map(
            flow ->
                CaseViews.shape(now)
                    .notices(now.stored().notices().stream().map(CaseShapes::notice).toList())
                    .flow(flow));
  }

  Uni<CaseFile> file(CaseNow now, CaseRights rights, Language language, Unmasked unmasked) {
    return flow(now)
        .map(flow -> CaseFiles.of(now, clock.instant(), rights, language, unmasked).flow(flow))
        .call(file -> sayWhatStands(now, file));
  }

  /** Whether what materials were taken over from still stands at this moment. */
  private Uni<Void> sayWhatStands(CaseNow now, CaseFile file) {
    Map<UUID, MaterialOrigin> origins =
        now.stored().materials().stream()
            .filter(material -> material.origin() != null)
            .collect(Collectors.toMap(StoredMaterial::id, StoredMaterial::origin));
    return reuse
        .standing(List.copyOf(origins.values()))
        .invoke(
            standing ->
                file.getMaterials().stream()
                    .filter(material -> origins.containsKey(material.getId()))
                    .forEach(
                        material ->
                            material
                                .getTakenOver()
                                .stands(standing.get(origins.get(material.getId()).id()))))
        .replaceWithVoid();
  }

  private Uni<Flow> flow(CaseNow now) {
    return flows.json(now.basis().item().flowId()).map(PrebuiltFlow::new);
  }
}
