package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.model.ClientApplication;
import org.sunlit.api.model.ClientSupplement;
import org.sunlit.api.model.TrackedCase;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.citizen.Citizen;
import org.sunlit.identity.Actor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What an agent does in the cases of an applicant (全程代办, B21), and nothing that the applicant
 * couldn't. That the mandate covers it is asked before; the database asks again with the event.
 */
@ApplicationScoped
public class ClientCases {
  private final CaseService cases;
  private final Documents documents;
  private final AccessTrail trail;

  ClientCases(CaseService cases, Documents documents, AccessTrail trail) {
    this.cases = cases;
    this.documents = documents;
    this.trail = trail;
  }

  /**
   * An agent at work for somebody.
   *
   * @param mandate by which they act
   * @param session in which they are signed in; null outside one
   */
  public record Errand(Actor agent, UUID session, Citizen client, UUID mandate) {
    private Filer filer() {
      return Filer.agent(agent, client.account(), mandate);
    }
  }

  /**
   * Applies for the client, whose case it becomes.
   *
   * @return the case's number, and no tracking code: that is the client's; fails as an application
   *     of the client's own would
   */
  public Uni<String> apply(ClientApplication application, Errand errand, String idempotencyKey) {
    ApplyCommand command =
        new ApplyCommand(
            application.getItemCode(),
            application.getRegionCode(),
            ApplicantDetails.of(errand.client().details()),
            application.getSubject(),
            TrackingResource.handedIn(application.getMaterials()),
            null,
            Handing.collected(application.getCollectAt()),
            List.of());
    return cases.apply(command, errand.filer(), idempotencyKey).map(Applied::caseNumber);
  }

  /** The case as its applicant sees it; that the agent looked is kept for the applicant. */
  public Uni<TrackedCase> show(String caseNumber, Errand errand) {
    return cases
        .find(caseNumber)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .call(
            now ->
                trail.write(
                    Look.by(errand.agent(), errand.session(), LookKind.CASE_OPENED)
                        .in(now.number())))
        .chain(documents::tracked);
  }

  /** Hands in for the client what a correction notice asked for. */
  public Uni<Void> supplement(
      String caseNumber, ClientSupplement supplement, Errand errand, String idempotencyKey) {
    return cases
        .supplement(
            new SupplementCommand(
                caseNumber,
                null,
                TrackingResource.handedIn(supplement.getMaterials()),
                supplement.getMessage()),
            errand.filer(),
            idempotencyKey)
        .replaceWithVoid();
  }

  /** The case's number, if this member of the staff may see it; fails with 404 otherwise. */
  public Uni<String> readable(String typedNumber, Actor actor) {
    return cases.show(number(typedNumber), actor).map(CaseNow::number);
  }

  /** The number that is meant by what was typed; fails with 404 when it can't be one. */
  public static String number(String typedNumber) {
    return CaseNumbers.read(typedNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
