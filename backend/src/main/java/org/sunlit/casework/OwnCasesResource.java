package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.api.OwnCasesApi;
import org.sunlit.api.model.OwnApplication;
import org.sunlit.api.model.OwnCasePage;
import org.sunlit.api.model.OwnSupplement;
import org.sunlit.api.model.OwnWithdrawal;
import org.sunlit.api.model.Receipt;
import org.sunlit.api.model.TrackedCase;
import org.sunlit.api.model.TrackingRequest;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.citizen.Citizen;
import org.sunlit.citizen.CitizenDetails;
import org.sunlit.citizen.Citizens;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The cases of whoever is signed in. What the account says of whose it is isn't asked again, and
 * somebody else's case isn't there.
 */
class OwnCasesResource implements OwnCasesApi {
  private final CaseService cases;
  private final GuardedTracking tracking;
  private final OwnCaseList list;
  private final Citizens citizens;
  private final CaseBases bases;
  private final Documents documents;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  OwnCasesResource(
      CaseService cases,
      GuardedTracking tracking,
      OwnCaseList list,
      Citizens citizens,
      CaseBases bases,
      Documents documents,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.cases = cases;
    this.tracking = tracking;
    this.list = list;
    this.citizens = citizens;
    this.bases = bases;
    this.documents = documents;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<Receipt> applyAsMyself(OwnApplication application, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    return citizens
        .own(actor.accountId())
        .map(citizen -> command(application, citizen))
        .chain(
            command ->
                cases
                    .apply(command, actor, idempotencyKey)
                    .chain(
                        applied ->
                            bases
                                .of(applied.itemVersionId())
                                .map(
                                    basis ->
                                        ApplicationsResource.receipt(applied, command, basis))))
        .invoke(
            receipt ->
                http.response()
                    .putHeader(
                        HttpHeaders.LOCATION, "/api/v1/me/cases/" + receipt.getCaseNumber()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnCasePage> listOwnCases(Integer limit, String cursor) {
    return list.page(currentActor.get().accountId(), limit, cursor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<TrackedCase> addOwnCase(TrackingRequest request) {
    Actor actor = currentActor.get();
    return tracking
        .guarded(
            Address.of(currentRequest.getCurrent().request()),
            request.getCaseNumber(),
            () -> cases.add(request.getCaseNumber(), request.getTrackingCode(), actor))
        .chain(documents::tracked);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<TrackedCase> getOwnCase(String caseNumber) {
    return cases.showOwn(number(caseNumber), currentActor.get()).chain(documents::tracked);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<TrackedCase> supplementOwnCase(
      String caseNumber, OwnSupplement supplement, String idempotencyKey) {
    return cases
        .supplement(
            new SupplementCommand(
                number(caseNumber),
                null,
                TrackingResource.handedIn(supplement.getMaterials()),
                ReuseShapes.takenOver(supplement.getTakenOver()),
                supplement.getMessage()),
            currentActor.get(),
            idempotencyKey)
        .chain(documents::tracked);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<TrackedCase> withdrawOwnCase(
      String caseNumber, OwnWithdrawal withdrawal, String idempotencyKey) {
    return cases
        .withdraw(
            new WithdrawCommand(number(caseNumber), null, withdrawal.getReason()),
            currentActor.get(),
            idempotencyKey)
        .chain(documents::tracked);
  }

  private static ApplyCommand command(OwnApplication application, Citizen citizen) {
    CitizenDetails details = citizen.details();
    return new ApplyCommand(
        application.getItemCode(),
        application.getRegionCode(),
        ApplicantDetails.of(details),
        application.getSubject(),
        TrackingResource.handedIn(application.getMaterials()),
        SignedPromises.one(application.getPromise()),
        Handing.collected(application.getCollectAt()),
        ReuseShapes.takenOver(application.getTakenOver()));
  }

  /** A number that can't be anybody's is nobody's case. */
  private static String number(String caseNumber) {
    return CaseNumbers.read(caseNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
