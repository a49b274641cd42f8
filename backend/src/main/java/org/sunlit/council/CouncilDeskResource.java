package org.sunlit.council;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.CouncilDeskApi;
import org.sunlit.api.model.AnswerWithdrawal;
import org.sunlit.api.model.ComplaintPublicationDraft;
import org.sunlit.api.model.ComplaintPublicationProposal;
import org.sunlit.api.model.CouncilAppointment;
import org.sunlit.api.model.CouncilCircular;
import org.sunlit.api.model.CouncilDocument;
import org.sunlit.api.model.CouncilInvitation;
import org.sunlit.api.model.CouncilMember;
import org.sunlit.api.model.CouncilMemberEnd;
import org.sunlit.api.model.CouncilMemberPage;
import org.sunlit.api.model.CouncilMemberState;
import org.sunlit.api.model.CouncilTopicActionCode;
import org.sunlit.api.model.CouncilTopicCommand;
import org.sunlit.api.model.CouncilTopicPage;
import org.sunlit.api.model.CouncilTopicState;
import org.sunlit.api.model.OpenedCouncilTopic;
import org.sunlit.council.rules.MemberKind;
import org.sunlit.council.rules.TopicAction;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.edge.NumberCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.privacy.RedactionShapes;

/** What the office does, and departments that are asked. */
class CouncilDeskResource implements CouncilDeskApi {
  private final Members members;
  private final MemberStore memberStore;
  private final TopicActs acts;
  private final TopicReads reads;
  private final TopicLists lists;
  private final TopicShapes shapes;
  private final CouncilPublications publications;
  private final CouncilDocuments documents;
  private final DocumentReads documentReads;
  private final FileSending files;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CouncilDeskResource(
      Members members,
      MemberStore memberStore,
      TopicActs acts,
      TopicReads reads,
      TopicLists lists,
      TopicShapes shapes,
      CouncilPublications publications,
      CouncilDocuments documents,
      DocumentReads documentReads,
      FileSending files,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.members = members;
    this.memberStore = memberStore;
    this.acts = acts;
    this.reads = reads;
    this.lists = lists;
    this.shapes = shapes;
    this.publications = publications;
    this.documents = documents;
    this.documentReads = documentReads;
    this.files = files;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_READ)
  public Uni<CouncilMemberPage> listCouncilMembers(CouncilMemberState state) {
    if (!seesAll(currentActor.get())) {
      return Uni.createFrom().item(new CouncilMemberPage().items(List.of()).total(0));
    }
    return memberStore
        .all()
        .map(
            all ->
                all.stream()
                    .map(member -> MemberShapes.member(member, memberStore.today()))
                    .filter(member -> state == null || member.getState() == state)
                    .toList())
        .map(items -> new CouncilMemberPage().items(items).total(items.size()));
  }

  /** Departments see what they were asked, and nothing else. */
  private static boolean seesAll(Actor actor) {
    Reader reader = CouncilReaders.staff(actor);
    return reader.keeps() || reader.supervises();
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<CouncilInvitation> appointCouncilMember(
      CouncilAppointment wanted, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    return members
        .appoint(
            new Members.Appointment(
                text(wanted.getCertificate(), "/certificate"),
                MemberKind.of(wanted.getKind().toString()),
                text(wanted.getName(), "/name"),
                blankless(wanted.getOrganisation()),
                text(wanted.getAppointedBy(), "/appointedBy"),
                wanted.getServesFrom(),
                wanted.getServesUntil()),
            currentActor.get(),
            idempotencyKey)
        .chain(this::invitation)
        .invoke(invitation -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<CouncilInvitation> renewCouncilInvitation(UUID councilMemberId) {
    return members.renew(councilMemberId).chain(this::invitation);
  }

  private Uni<CouncilInvitation> invitation(Members.Invitation told) {
    return memberStore
        .find(told.id())
        .map(
            member ->
                MemberShapes.invitation(member.orElseThrow(), told.code(), memberStore.today()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<CouncilMember> endCouncilMember(
      UUID councilMemberId, CouncilMemberEnd end, String idempotencyKey) {
    return members
        .end(
            councilMemberId,
            end.getEndedOn(),
            text(end.getReason(), "/reason"),
            currentActor.get(),
            idempotencyKey)
        .chain(() -> memberStore.find(councilMemberId))
        .map(member -> MemberShapes.member(member.orElseThrow(), memberStore.today()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_READ)
  public Uni<CouncilTopicPage> listDeskCouncilTopics(
      CouncilTopicState state, Boolean open, Boolean overdue) {
    return lists.desk(
        CouncilReaders.staff(currentActor.get()),
        state == null ? null : state.toString(),
        open,
        overdue);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_READ)
  public Uni<OpenedCouncilTopic> getDeskCouncilTopic(String councilTopicNumber) {
    return shown(
        currentRequest.getCurrent(), NumberCodes.number(councilTopicNumber), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_HANDLE)
  public Uni<OpenedCouncilTopic> actOnCouncilTopic(
      String councilTopicNumber,
      CouncilTopicActionCode councilTopicAction,
      CouncilTopicCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    String number = NumberCodes.number(councilTopicNumber);
    TopicActs.Wanted wanted =
        new TopicActs.Wanted(
            TopicAction.of(councilTopicAction.toString()),
            blankless(command.getWords()),
            command.getOf(),
            command.getDepartment(),
            command.getDays(),
            CouncilRoomResource.orNone(command.getFiles()));
    return acts.act(number, EntityVersions.seen(ifMatch), wanted, actor, idempotencyKey)
        .chain(() -> shown(http, number, actor));
  }

  private Uni<OpenedCouncilTopic> shown(RoutingContext http, String number, Actor actor) {
    Reader reader = CouncilReaders.staff(actor);
    return reads
        .open(number, reader)
        .map(opened -> shapes.opened(opened, reader))
        .invoke(topic -> http.response().putHeader("ETag", EntityVersions.tag(topic.getVersion())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<ComplaintPublicationProposal> proposeCouncilPublication(String councilTopicNumber) {
    return publications
        .propose(NumberCodes.number(councilTopicNumber), currentActor.get())
        .map(RedactionShapes::proposal);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<Void> publishCouncilTopic(String councilTopicNumber, ComplaintPublicationDraft draft) {
    return publications.publish(
        NumberCodes.number(councilTopicNumber), RedactionShapes.of(draft), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<Void> withdrawCouncilPublication(
      String councilTopicNumber, AnswerWithdrawal withdrawal) {
    return publications.withdraw(
        NumberCodes.number(councilTopicNumber), withdrawal.getReason(), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_READ)
  public Uni<List<CouncilDocument>> listDeskCouncilDocuments() {
    return seesAll(currentActor.get())
        ? documentReads.list(null)
        : Uni.createFrom().item(List.of());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<CouncilDocument> sendDocumentToMembers(
      CouncilCircular circular, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    return documents
        .toMembers(
            new CouncilDocuments.Draft(
                circular.getTitle(),
                circular.getWords(),
                CouncilRoomResource.orNone(circular.getFiles())),
            circular.getKinds() == null
                ? List.of()
                : circular.getKinds().stream().map(kind -> MemberKind.of(kind.toString())).toList(),
            CouncilRoomResource.orNone(circular.getMembers()),
            currentActor.get(),
            idempotencyKey)
        .chain(number -> documentReads.one(number, null))
        .invoke(sent -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_KEEP)
  public Uni<CouncilDocument> receiveDocumentFromMember(String councilDocumentNumber) {
    Actor office = currentActor.get();
    String number = NumberCodes.number(councilDocumentNumber);
    return documentReads
        .one(number, null)
        .chain(() -> documents.receiveAtOffice(number, office))
        .chain(() -> documentReads.one(number, null));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COUNCIL_READ)
  public Uni<Buffer> downloadCouncilDeskFile(UUID councilFileId) {
    return files.send(
        currentRequest.getCurrent(), councilFileId, CouncilReaders.staff(currentActor.get()), null);
  }

  private static String text(String typed, String pointer) {
    Topics.needText(typed, pointer);
    return typed.strip();
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
