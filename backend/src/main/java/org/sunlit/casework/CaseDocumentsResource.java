package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.sunlit.api.CaseDocumentsApi;
import org.sunlit.api.model.CaseDocuments;
import org.sunlit.api.model.TrackingRequest;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.document.OfficialDocuments;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What a case was given in writing, for whoever may see the case. */
class CaseDocumentsResource implements CaseDocumentsApi {
  private final CaseService cases;
  private final GuardedTracking tracking;
  private final OfficialDocuments documents;
  private final Unmaskings unmaskings;
  private final AccessTrail trail;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CaseDocumentsResource(
      CaseService cases,
      GuardedTracking tracking,
      OfficialDocuments documents,
      Unmaskings unmaskings,
      AccessTrail trail,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.cases = cases;
    this.tracking = tracking;
    this.documents = documents;
    this.unmaskings = unmaskings;
    this.trail = trail;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<CaseDocuments> trackDocuments(TrackingRequest asked) {
    return tracking
        .guarded(
            Address.of(currentRequest.getCurrent().request()),
            asked.getCaseNumber(),
            () -> cases.showToApplicant(asked.getCaseNumber(), asked.getTrackingCode()))
        .chain(this::whole);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<CaseDocuments> listOwnDocuments(String caseNumber) {
    return cases.showOwn(number(caseNumber), currentActor.get()).chain(this::whole);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CaseDocuments> listCaseDocuments(String caseNumber) {
    Actor actor = currentActor.get();
    UUID session = currentActor.sessionOrNull();
    return cases
        .show(number(caseNumber), actor)
        .chain(
            now ->
                unmaskings
                    .of(now.number(), actor)
                    .call(unmasked -> trail.write(unmasked.look(now.number(), actor, session)))
                    .chain(unmasked -> forStaff(now, unmasked)));
  }

  private Uni<CaseDocuments> whole(CaseNow now) {
    return documents.of(now.number(), now.stored().key(), null);
  }

  private Uni<CaseDocuments> forStaff(CaseNow now, Unmasked unmasked) {
    String shown = unmasked.shows(PersonalField.NAME) ? null : now.stored().applicantMasked();
    return documents.of(now.number(), now.stored().key(), shown);
  }

  /** A number that can't be anybody's is nobody's case. */
  private static String number(String caseNumber) {
    return CaseNumbers.read(caseNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
