package org.sunlit.council;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.CouncilRoomApi;
import org.sunlit.api.model.CouncilContributionDraft;
import org.sunlit.api.model.CouncilDocument;
import org.sunlit.api.model.CouncilDocumentDraft;
import org.sunlit.api.model.CouncilInvitationTaken;
import org.sunlit.api.model.CouncilNaming;
import org.sunlit.api.model.CouncilTopicDraft;
import org.sunlit.api.model.CouncilTopicKind;
import org.sunlit.api.model.CouncilTopicPage;
import org.sunlit.api.model.OpenedCouncilTopic;
import org.sunlit.api.model.OwnMembership;
import org.sunlit.council.rules.TopicKind;
import org.sunlit.edge.Address;
import org.sunlit.edge.NumberCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What members do. Whoever isn't serving finds nothing here. */
@PermissionsAllowed(Permission.Codes.COUNCIL_TAKE)
class CouncilRoomResource implements CouncilRoomApi {
  private final Members members;
  private final MemberStore memberStore;
  private final CouncilReaders readers;
  private final Topics topics;
  private final TopicReads reads;
  private final TopicLists lists;
  private final TopicShapes shapes;
  private final CouncilDocuments documents;
  private final DocumentReads documentReads;
  private final FileSending files;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;
  private final HttpServerRequest request;

  CouncilRoomResource(
      Members members,
      MemberStore memberStore,
      CouncilReaders readers,
      Topics topics,
      TopicReads reads,
      TopicLists lists,
      TopicShapes shapes,
      CouncilDocuments documents,
      DocumentReads documentReads,
      FileSending files,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest,
      HttpServerRequest request) {
    this.members = members;
    this.memberStore = memberStore;
    this.readers = readers;
    this.topics = topics;
    this.reads = reads;
    this.lists = lists;
    this.shapes = shapes;
    this.documents = documents;
    this.documentReads = documentReads;
    this.files = files;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
    this.request = request;
  }

  @Override
  public Uni<OwnMembership> getOwnMembership() {
    return own(currentActor.get());
  }

  private Uni<OwnMembership> own(Actor person) {
    return memberStore
        .latest(person.accountId())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(member -> MemberShapes.own(member, memberStore.today()));
  }

  @Override
  public Uni<OwnMembership> joinCouncil(CouncilInvitationTaken taken, String idempotencyKey) {
    Actor person = currentActor.get();
    return members
        .join(
            Address.of(request),
            taken.getCertificate(),
            taken.getCode(),
            Boolean.TRUE.equals(taken.getNamed()),
            person)
        .chain(() -> own(person));
  }

  @Override
  public Uni<OwnMembership> nameOwnMembership(CouncilNaming naming) {
    Actor person = currentActor.get();
    return members.name(naming.getNamed(), person).chain(() -> own(person));
  }

  @Override
  public Uni<CouncilTopicPage> listCouncilTopics(
      CouncilTopicKind kind, Boolean mine, Integer limit, String cursor) {
    return readers
        .member(currentActor.get())
        .chain(
            member ->
                lists.room(
                    member,
                    kind == null ? null : kind.toString(),
                    mine,
                    TimeCursor.read(cursor),
                    limit));
  }

  @Override
  public Uni<OpenedCouncilTopic> openCouncilTopic(CouncilTopicDraft draft, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor person = currentActor.get();
    return topics
        .open(
            new Topics.Draft(
                TopicKind.of(draft.getKind().toString()),
                draft.getTitle(),
                draft.getWords(),
                draft.getDepartment(),
                orNone(draft.getFiles())),
            person,
            idempotencyKey)
        .chain(number -> shown(number, person))
        .invoke(topic -> http.response().setStatusCode(201));
  }

  @Override
  public Uni<OpenedCouncilTopic> getCouncilTopic(String councilTopicNumber) {
    return shown(NumberCodes.number(councilTopicNumber), currentActor.get());
  }

  @Override
  public Uni<OpenedCouncilTopic> contributeToCouncilTopic(
      String councilTopicNumber, CouncilContributionDraft draft, String idempotencyKey) {
    Actor person = currentActor.get();
    String number = NumberCodes.number(councilTopicNumber);
    return topics
        .contribute(number, draft.getWords(), orNone(draft.getFiles()), person, idempotencyKey)
        .chain(() -> shown(number, person));
  }

  @Override
  public Uni<OpenedCouncilTopic> withdrawCouncilContribution(
      String councilTopicNumber, Integer councilContribution, String idempotencyKey) {
    Actor person = currentActor.get();
    String number = NumberCodes.number(councilTopicNumber);
    return topics
        .withdraw(number, councilContribution, person, idempotencyKey)
        .chain(() -> shown(number, person));
  }

  private Uni<OpenedCouncilTopic> shown(String number, Actor person) {
    return readers
        .member(person)
        .map(CouncilReaders::of)
        .chain(reader -> reads.open(number, reader).map(opened -> shapes.opened(opened, reader)));
  }

  @Override
  public Uni<List<CouncilDocument>> listOwnCouncilDocuments() {
    return readers.member(currentActor.get()).chain(documentReads::list);
  }

  @Override
  public Uni<CouncilDocument> sendDocumentToOffice(
      CouncilDocumentDraft draft, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor person = currentActor.get();
    return documents
        .toOffice(
            new CouncilDocuments.Draft(
                draft.getTitle(), draft.getWords(), orNone(draft.getFiles())),
            person,
            idempotencyKey)
        .chain(number -> document(number, person))
        .invoke(sent -> http.response().setStatusCode(201));
  }

  @Override
  public Uni<CouncilDocument> receiveCouncilDocument(String councilDocumentNumber) {
    Actor person = currentActor.get();
    String number = NumberCodes.number(councilDocumentNumber);
    return document(number, person)
        .chain(() -> documents.receive(number, person))
        .chain(() -> document(number, person));
  }

  private Uni<CouncilDocument> document(String number, Actor person) {
    return readers.member(person).chain(member -> documentReads.one(number, member));
  }

  @Override
  public Uni<Buffer> downloadCouncilFile(UUID councilFileId) {
    RoutingContext http = currentRequest.getCurrent();
    return readers
        .member(currentActor.get())
        .chain(member -> files.send(http, councilFileId, CouncilReaders.of(member), member));
  }

  static List<UUID> orNone(List<UUID> files) {
    return files == null ? List.of() : files;
  }
}
