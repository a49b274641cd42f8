package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import org.sunlit.api.OwnDataApi;
import org.sunlit.api.model.Accesses;
import org.sunlit.api.model.ApplicantKind;
import org.sunlit.api.model.DeletionRequest;
import org.sunlit.api.model.DeletionRequests;
import org.sunlit.api.model.OwnDataCopy;
import org.sunlit.api.model.OwnDataCopyAccount;
import org.sunlit.api.model.PersonalDataCopy;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.citizen.Citizen;
import org.sunlit.citizen.CitizenDetails;
import org.sunlit.citizen.Citizens;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What whoever is signed in may ask of their own data (个人信息保护法第四十四至四十七条): the same as with number
 * and code, for every case of the account. Somebody else's case isn't there.
 */
@PermissionsAllowed(Permission.Codes.OWN_CASES)
class OwnDataResource implements OwnDataApi {
  private static final int ACCEPTED = 202;

  private final CaseService cases;
  private final PersonalData personalData;
  private final Deletions deletions;
  private final DeletionReads deletionReads;
  private final Citizens citizens;
  private final OwnMandates mandates;
  private final OwnCouncilPart council;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;
  private final Clock clock;

  OwnDataResource(
      CaseService cases,
      PersonalData personalData,
      Deletions deletions,
      DeletionReads deletionReads,
      Citizens citizens,
      OwnMandates mandates,
      OwnCouncilPart council,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest,
      Clock clock) {
    this.cases = cases;
    this.personalData = personalData;
    this.deletions = deletions;
    this.deletionReads = deletionReads;
    this.citizens = citizens;
    this.mandates = mandates;
    this.council = council;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
    this.clock = clock;
  }

  @Override
  public Uni<Accesses> listOwnAccesses() {
    return personalData.accessesOf(account()).map(items -> new Accesses().items(items));
  }

  @Override
  public Uni<OwnDataCopy> exportOwnData() {
    RoutingContext http = currentRequest.getCurrent();
    return citizens
        .own(account())
        .chain(
            citizen ->
                Uni.combine()
                    .all()
                    .unis(
                        personalData.copiesOf(citizen.account()),
                        mandates.given(citizen.account()),
                        council.of(citizen.account()))
                    .with(
                        (copies, given, member) ->
                            new OwnDataCopy()
                                .copiedAt(CityTime.offset(clock.instant()))
                                .account(shown(citizen))
                                .cases(copies)
                                .mandates(given)
                                .council(member)))
        .invoke(() -> keepNowhere(http));
  }

  @Override
  public Uni<DeletionRequests> listOwnDeletionRequests() {
    return deletionReads
        .ofAccount(account())
        .map(
            all ->
                new DeletionRequests()
                    .items(all.stream().map(PersonalDataResource::shown).toList()));
  }

  @Override
  public Uni<Accesses> listOwnCaseAccesses(String caseNumber) {
    return own(caseNumber)
        .chain(now -> personalData.accesses(List.of(now.number())))
        .map(items -> new Accesses().items(items));
  }

  @Override
  public Uni<PersonalDataCopy> exportOwnCase(String caseNumber) {
    RoutingContext http = currentRequest.getCurrent();
    return own(caseNumber)
        .chain(now -> personalData.copy(now.number()))
        .invoke(() -> keepNowhere(http));
  }

  @Override
  public Uni<DeletionRequest> askForDeletionOfOwnCase(String caseNumber) {
    RoutingContext http = currentRequest.getCurrent();
    return own(caseNumber)
        .chain(now -> deletions.ask(now.number()))
        .map(PersonalDataResource::shown)
        .invoke(answer -> http.response().setStatusCode(ACCEPTED));
  }

  /** A number that can't be anybody's is nobody's case. */
  private Uni<CaseNow> own(String caseNumber) {
    String number =
        CaseNumbers.read(caseNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    return cases.showOwn(number, currentActor.get());
  }

  private String account() {
    return currentActor.get().accountId();
  }

  private static void keepNowhere(RoutingContext http) {
    http.response().putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  private static OwnDataCopyAccount shown(Citizen citizen) {
    CitizenDetails details = citizen.details();
    return new OwnDataCopyAccount()
        .kind(ApplicantKind.fromValue(details.kind().code()))
        .account(details.signInName())
        .name(details.name())
        .identityNumber(details.identityNumber())
        .phone(details.phone())
        .address(details.address())
        .contactName(details.contactName())
        .registeredAt(CityTime.offset(citizen.registeredAt()));
  }
}
