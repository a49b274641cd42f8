package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.casework.KeptUploads;
import org.sunlit.identity.Actor;
import org.sunlit.inspection.InspectionReads.File;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Files of evidence, for those who may see the inspection; each opening is on the trail. */
@ApplicationScoped
class InspectionFiles {
  /** A file as it was handed in. */
  record Plain(String name, Buffer content) {}

  private final InspectionReads reads;
  private final Vault vault;
  private final AccessTrail trail;

  InspectionFiles(InspectionReads reads, Vault vault, AccessTrail trail) {
    this.reads = reads;
    this.vault = vault;
    this.trail = trail;
  }

  /** Fails with 404 for what this reader may not see. */
  Uni<Plain> open(UUID inspection, UUID evidence, Actor actor, UUID session) {
    Look look = Look.by(actor, session, LookKind.MATERIAL_OPENED).at(evidence);
    return reads
        .file(InspectionReaders.scope(actor), inspection, evidence)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .call(() -> trail.write(look))
        .chain(
            file ->
                vault
                    .find(InspectionSeals.subject(inspection))
                    .map(Optional::orElseThrow)
                    .chain(key -> plain(file, key, evidence)));
  }

  private static Uni<Plain> plain(File file, DataKey key, UUID evidence) {
    String name = KeptUploads.label(key, evidence, file.label()).fileName();
    return KeptUploads.open(key, evidence, file.fileKey(), file.content())
        .map(content -> new Plain(name, content));
  }
}
