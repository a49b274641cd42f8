package org.sunlit.joint;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.sunlit.api.OwnJointApplicationsApi;
import org.sunlit.api.model.JointReceipt;
import org.sunlit.api.model.JointReuseOffers;
import org.sunlit.api.model.JointTrackingRequest;
import org.sunlit.api.model.OwnJointApplication;
import org.sunlit.api.model.OwnJointSupplement;
import org.sunlit.api.model.TrackedJoint;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.OwnReuse;
import org.sunlit.citizen.Citizens;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.joint.JointHolders.Brought;
import org.sunlit.joint.JointHolders.Ticket;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.powerlist.ItemInForce;

/**
 * Joint applications of whoever is signed in: what the account says isn't asked again, and what the
 * city has from their earlier cases is taken over (B17).
 */
class OwnJointApplicationsResource implements OwnJointApplicationsApi {
  private final JointApplications applications;
  private final JointHolders holders;
  private final JointThemes themes;
  private final OwnReuse reuse;
  private final Citizens citizens;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  OwnJointApplicationsResource(
      JointApplications applications,
      JointHolders holders,
      JointThemes themes,
      OwnReuse reuse,
      Citizens citizens,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.applications = applications;
    this.holders = holders;
    this.themes = themes;
    this.reuse = reuse;
    this.citizens = citizens;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<JointReceipt> applyJointlyAsMyself(
      OwnJointApplication application, String idempotencyKey) {
    var response = currentRequest.getCurrent().response();
    Actor actor = currentActor.get();
    return citizens
        .own(actor.accountId())
        .map(citizen -> ApplicantDetails.of(citizen.details()))
        .chain(
            applicant ->
                applications
                    .apply(JointForms.command(application, applicant), actor, idempotencyKey)
                    .chain(
                        receipt ->
                            themes
                                .inForce(application.getThemeCode())
                                .map(
                                    theme -> JointForms.receipt(receipt, applicant.name(), theme))))
        .invoke(
            receipt ->
                response.putHeader(
                    HttpHeaders.LOCATION,
                    "/api/v1/joint-applications/" + receipt.getJointNumber()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<JointReuseOffers> listJointReuse(String code) {
    keepNowhere();
    return themes
        .inForce(code)
        .chain(theme -> offers(theme.theme(), List.copyOf(theme.items().values()), Set.of()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<JointReuseOffers> findReuseForJoint(JointTrackingRequest asked) {
    keepNowhere();
    return holders
        .track(new Ticket(asked.getJointNumber(), asked.getTrackingCode()), address())
        .chain(
            seen ->
                offers(
                    seen.record().theme(), seen.items(), Set.copyOf(seen.record().caseNumbers())));
  }

  private Uni<JointReuseOffers> offers(
      JointTheme theme, List<ItemInForce> items, Set<String> without) {
    return reuse
        .offers(
            JointIntake.asked(theme, items),
            Set.copyOf(items.stream().map(ItemInForce::code).toList()),
            without,
            currentActor.get(),
            currentActor.sessionOrNull())
        .map(offers -> JointForms.offers(offers, JointIntake.everything(theme, items)));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<TrackedJoint> supplementJointlyAsMyself(
      OwnJointSupplement supplement, String idempotencyKey) {
    return holders
        .supplement(
            new Ticket(supplement.getJointNumber(), supplement.getTrackingCode()),
            new Brought(
                JointForms.given(supplement.getMaterials()),
                JointForms.takenOver(supplement.getTakenOver()),
                supplement.getMessage()),
            currentActor.get(),
            address(),
            idempotencyKey)
        .map(JointViews::tracked);
  }

  private Address address() {
    return Address.of(currentRequest.getCurrent().request());
  }

  private void keepNowhere() {
    currentRequest
        .getCurrent()
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
