package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.TrackingApi;
import org.sunlit.api.model.SubmittedMaterial;
import org.sunlit.api.model.Supplement;
import org.sunlit.api.model.TrackedCase;
import org.sunlit.api.model.TrackingRequest;
import org.sunlit.api.model.Withdrawal;
import org.sunlit.edge.Address;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The applicant's side of a case: where it is, what to hand in, taking it back. */
@PermitAll
class TrackingResource implements TrackingApi {
  private final GuardedTracking tracking;
  private final CaseService cases;
  private final Documents documents;
  private final HttpServerRequest request;

  TrackingResource(
      GuardedTracking tracking, CaseService cases, Documents documents, HttpServerRequest request) {
    this.tracking = tracking;
    this.cases = cases;
    this.documents = documents;
    this.request = request;
  }

  @Override
  public Uni<TrackedCase> track(TrackingRequest asked) {
    return tracking
        .find(Address.of(request), asked.getCaseNumber(), asked.getTrackingCode())
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found")));
  }

  @Override
  public Uni<TrackedCase> supplement(Supplement supplement, String idempotencyKey) {
    return tracking
        .guarded(
            Address.of(request),
            supplement.getCaseNumber(),
            () ->
                cases.supplement(
                    new SupplementCommand(
                        supplement.getCaseNumber(),
                        supplement.getTrackingCode(),
                        handedIn(supplement.getMaterials()),
                        supplement.getMessage()),
                    idempotencyKey))
        .chain(documents::tracked);
  }

  @Override
  public Uni<TrackedCase> withdraw(Withdrawal withdrawal, String idempotencyKey) {
    return tracking
        .guarded(
            Address.of(request),
            withdrawal.getCaseNumber(),
            () ->
                cases.withdraw(
                    new WithdrawCommand(
                        withdrawal.getCaseNumber(),
                        withdrawal.getTrackingCode(),
                        withdrawal.getReason()),
                    idempotencyKey))
        .chain(documents::tracked);
  }

  static List<HandedIn> handedIn(List<SubmittedMaterial> materials) {
    return materials == null
        ? List.of()
        : materials.stream()
            .map(material -> new HandedIn(material.getCode(), material.getUploadId()))
            .toList();
  }
}
