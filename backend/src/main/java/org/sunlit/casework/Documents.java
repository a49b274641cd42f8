package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
  private final Clock clock;

  Documents(FlowDocuments flows, Clock clock) {
    this.flows = flows;
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
        .map(flow -> CaseFiles.of(now, clock.instant(), rights, language, unmasked).flow(flow));
  }

  private Uni<Flow> flow(CaseNow now) {
    return flows.json(now.basis().item().flowId()).map(PrebuiltFlow::new);
  }
}
