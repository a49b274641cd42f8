package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.ProjectTrackingApi;
import org.sunlit.api.model.ProjectGivingUp;
import org.sunlit.api.model.ProjectPhaseApplication;
import org.sunlit.api.model.ProjectPhaseReceipt;
import org.sunlit.api.model.ProjectTicket;
import org.sunlit.api.model.TrackedProject;
import org.sunlit.casework.SignedPromises;
import org.sunlit.edge.Address;
import org.sunlit.project.ProjectPhases.Ticket;
import org.sunlit.project.ProjectPhases.Wanted;

/** The applicant's side of a project, for whoever holds both of its codes. */
@PermitAll
class ProjectTrackingResource implements ProjectTrackingApi {
  private final ProjectPhases phases;
  private final ProjectReads reads;
  private final GivingUp givingUp;
  private final HttpServerRequest request;

  ProjectTrackingResource(
      ProjectPhases phases, ProjectReads reads, GivingUp givingUp, HttpServerRequest request) {
    this.phases = phases;
    this.reads = reads;
    this.givingUp = givingUp;
    this.request = request;
  }

  @Override
  public Uni<TrackedProject> trackProject(ProjectTicket asked) {
    return phases
        .track(new Ticket(asked.getProjectCode(), asked.getTrackingCode()), Address.of(request))
        .chain(reads::tracked);
  }

  @Override
  public Uni<TrackedProject> giveUpProject(ProjectGivingUp form) {
    return givingUp
        .giveUp(
            new Ticket(form.getProjectCode(), form.getTrackingCode()),
            form.getWhy().toString(),
            Address.of(request))
        .chain(reads::tracked);
  }

  @Override
  public Uni<ProjectPhaseReceipt> beginProjectPhase(
      ProjectPhaseApplication form, String idempotencyKey) {
    return phases
        .begin(
            new Ticket(form.getProjectCode(), form.getTrackingCode()),
            new Wanted(
                form.getPhase(),
                form.getAnswers(),
                ProjectForms.given(form.getMaterials()),
                SignedPromises.byItem(form.getPromises())),
            Address.of(request),
            idempotencyKey)
        .map(receipt -> ProjectForms.receipt(form.getPhase(), receipt));
  }
}
