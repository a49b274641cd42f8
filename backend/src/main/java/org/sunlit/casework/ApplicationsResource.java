package org.sunlit.casework;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.ApplicationsApi;
import org.sunlit.api.model.Applicant;
import org.sunlit.api.model.Application;
import org.sunlit.api.model.LimitUnit;
import org.sunlit.api.model.NoticeChoice;
import org.sunlit.api.model.Receipt;
import org.sunlit.api.model.TimeLimit;
import org.sunlit.calendar.Limit;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.identity.Actor;
import org.sunlit.notice.NoticeChoices;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;

/**
 * Asking for something. Everybody asks as a guest: an application is its applicant's, whoever is
 * signed in.
 */
@PermitAll
class ApplicationsResource implements ApplicationsApi {
  /** Number and code stand in the fragment, which browsers keep to themselves. */
  private static final String TRACKING_PAGE = "/track#";

  private final CaseService cases;
  private final CaseBases bases;
  private final CurrentVertxRequest currentRequest;

  ApplicationsResource(CaseService cases, CaseBases bases, CurrentVertxRequest currentRequest) {
    this.cases = cases;
    this.bases = bases;
    this.currentRequest = currentRequest;
  }

  @Override
  public Uni<Receipt> apply(Application application, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    ApplyCommand command = command(application);
    return cases
        .apply(command, Actor.GUEST, idempotencyKey)
        .chain(
            applied ->
                bases.of(applied.itemVersionId()).map(basis -> receipt(applied, command, basis)))
        .invoke(
            receipt ->
                http.response()
                    .putHeader(HttpHeaders.LOCATION, "/api/v1/cases/" + receipt.getCaseNumber()));
  }

  private static ApplyCommand command(Application application) {
    return new ApplyCommand(
        application.getItemCode(),
        application.getRegionCode(),
        details(application.getApplicant(), application.getNotices()),
        application.getSubject(),
        TrackingResource.handedIn(application.getMaterials()),
        SignedPromises.one(application.getPromise()),
        Handing.collected(application.getCollectAt()));
  }

  static ApplicantDetails details(Applicant applicant, NoticeChoice notices) {
    return new ApplicantDetails(
        applicant.getKind().toString(),
        applicant.getName().strip(),
        IdentityNumbers.plain(applicant.getIdentityNumber()),
        applicant.getPhone(),
        applicant.getAddress(),
        applicant.getContactName(),
        NoticeChoices.read(notices));
  }

  static Receipt receipt(Applied applied, ApplyCommand command, CaseBasis basis) {
    ItemInForce item = basis.item();
    return new Receipt()
        .caseNumber(applied.caseNumber())
        .trackingCode(applied.trackingCode())
        .itemCode(item.code())
        .itemName(item.name())
        .itemNameEn(item.nameEn())
        .departmentName(item.department().name())
        .departmentNameEn(item.department().nameEn())
        .applicantName(command.applicant().name())
        .submittedAt(CityTime.offset(applied.submittedAt()))
        .promisedLimit(limit(item.promisedLimit()))
        .acceptanceDue(applied.acceptanceDue())
        .trackingUrl(TRACKING_PAGE + applied.caseNumber() + "/" + applied.trackingCode());
  }

  private static TimeLimit limit(Limit limit) {
    return limit == null
        ? null
        : new TimeLimit().amount(limit.amount()).unit(LimitUnit.fromValue(limit.unit().code()));
  }
}
