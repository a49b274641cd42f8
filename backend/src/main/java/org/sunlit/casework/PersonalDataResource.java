package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.api.PersonalDataApi;
import org.sunlit.api.model.Accesses;
import org.sunlit.api.model.DeletionRefusalProposal;
import org.sunlit.api.model.DeletionRequest;
import org.sunlit.api.model.DeletionRequests;
import org.sunlit.api.model.PeopleFound;
import org.sunlit.api.model.PeopleSearch;
import org.sunlit.api.model.PersonalDataCopy;
import org.sunlit.api.model.ProposeDeletionRequest;
import org.sunlit.api.model.TrackingRequest;
import org.sunlit.api.model.Unmasking;
import org.sunlit.api.model.UnmaskingRequest;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Personal data: seeing it, finding by it, and what the person may ask. */
class PersonalDataResource implements PersonalDataApi {
  private static final int ACCEPTED = 202;

  private final CaseService cases;
  private final GuardedTracking tracking;
  private final Unmaskings unmaskings;
  private final PersonSearch search;
  private final PersonalData personalData;
  private final Deletions deletions;
  private final DeletionReads deletionReads;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  PersonalDataResource(
      CaseService cases,
      GuardedTracking tracking,
      Unmaskings unmaskings,
      PersonSearch search,
      PersonalData personalData,
      Deletions deletions,
      DeletionReads deletionReads,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.cases = cases;
    this.tracking = tracking;
    this.unmaskings = unmaskings;
    this.search = search;
    this.personalData = personalData;
    this.deletions = deletions;
    this.deletionReads = deletionReads;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PERSONAL_DATA_UNMASK)
  public Uni<Unmasking> askToUnmask(String caseNumber, UnmaskingRequest request) {
    RoutingContext http = currentRequest.getCurrent();
    String number =
        CaseNumbers.read(caseNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (request.getReason().isBlank()) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("/reason", "field.not-blank");
    }
    Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
    fields.addAll(Unmaskings.fields(request.getFields().stream().map(Object::toString).toList()));
    return unmaskings
        .ask(
            number,
            fields,
            request.getReasonKind().toString(),
            request.getReason().strip(),
            currentActor.get(),
            currentActor.sessionOrNull())
        .map(
            id ->
                new Unmasking()
                    .state(Unmasking.StateEnum.WAITING)
                    .fields(CaseFiles.fields(fields))
                    .confirmationId(id))
        .invoke(answer -> http.response().setStatusCode(ACCEPTED));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PEOPLE_SEARCH)
  public Uni<PeopleFound> searchPeople(PeopleSearch wanted) {
    Actor actor = currentActor.get();
    List<String> given =
        Stream.of(wanted.getIdentityNumber(), wanted.getPhone(), wanted.getName())
            .filter(value -> value != null && !value.isBlank())
            .toList();
    if (given.size() != 1) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("", "people.exactly-one");
    }
    BlindTokens.Kind kind =
        wanted.getIdentityNumber() != null
            ? BlindTokens.Kind.IDENTITY_NUMBER
            : wanted.getPhone() != null ? BlindTokens.Kind.PHONE : BlindTokens.Kind.NAME;
    return search.find(kind, given.get(0), actor, currentActor.sessionOrNull());
  }

  @Override
  @PermitAll
  public Uni<Accesses> listAccesses(TrackingRequest ticket) {
    return own(ticket)
        .chain(now -> personalData.accesses(List.of(now.number())))
        .map(items -> new Accesses().items(items));
  }

  @Override
  @PermitAll
  public Uni<PersonalDataCopy> exportPersonalData(TrackingRequest ticket) {
    RoutingContext http = currentRequest.getCurrent();
    return own(ticket)
        .chain(now -> personalData.copy(now.number()))
        .invoke(copy -> http.response().putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store"));
  }

  @Override
  @PermitAll
  public Uni<DeletionRequest> askForDeletion(TrackingRequest ticket) {
    RoutingContext http = currentRequest.getCurrent();
    return own(ticket)
        .chain(now -> deletions.ask(now.number()))
        .map(PersonalDataResource::shown)
        .invoke(answer -> http.response().setStatusCode(ACCEPTED));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PERSONAL_DATA_MANAGE)
  public Uni<DeletionRequests> listDeletionRequests() {
    return deletionReads
        .all()
        .map(
            all ->
                new DeletionRequests()
                    .items(all.stream().map(PersonalDataResource::shown).toList()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PERSONAL_DATA_MANAGE)
  public Uni<DeletionRequest> proposeDeletion(UUID id, ProposeDeletionRequest proposal) {
    RoutingContext http = currentRequest.getCurrent();
    return deletions
        .propose(id, proposal.getReason().strip(), currentActor.get())
        .map(PersonalDataResource::shown)
        .invoke(answer -> http.response().setStatusCode(ACCEPTED));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PERSONAL_DATA_MANAGE)
  public Uni<DeletionRequest> proposeDeletionRefusal(UUID id, DeletionRefusalProposal wanted) {
    RoutingContext http = currentRequest.getCurrent();
    DeletionRefusal refusal =
        new DeletionRefusal(
            DeletionGround.of(wanted.getGround().toString()),
            wanted.getKeptUntil(),
            wanted.getWords().strip());
    return deletions
        .refuse(id, refusal, currentActor.get())
        .map(PersonalDataResource::shown)
        .invoke(answer -> http.response().setStatusCode(ACCEPTED));
  }

  private Uni<CaseNow> own(TrackingRequest ticket) {
    return tracking.guarded(
        Address.of(currentRequest.getCurrent().request()),
        ticket.getCaseNumber(),
        () -> cases.showToApplicant(ticket.getCaseNumber(), ticket.getTrackingCode()));
  }

  static DeletionRequest shown(DeletionReads.Asked asked) {
    return new DeletionRequest()
        .id(asked.id())
        .caseNumber(asked.caseNumber())
        .askedAt(CityTime.offset(asked.askedAt()))
        .status(DeletionRequest.StatusEnum.fromString(asked.status()))
        .decidedAt(CityTime.offset(asked.decidedAt()))
        .confirmationId(asked.confirmation())
        .refusal(asked.refusal() == null ? null : shown(asked.refusal()));
  }

  private static org.sunlit.api.model.DeletionRefusal shown(DeletionRefusal refusal) {
    return new org.sunlit.api.model.DeletionRefusal()
        .ground(org.sunlit.api.model.DeletionGround.fromString(refusal.ground().code()))
        .keptUntil(refusal.keptUntil())
        .words(refusal.words());
  }
}
