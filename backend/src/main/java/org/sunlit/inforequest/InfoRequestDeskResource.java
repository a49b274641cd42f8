package org.sunlit.inforequest;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.api.InfoRequestDeskApi;
import org.sunlit.api.model.AnswerWithdrawal;
import org.sunlit.api.model.ComplaintPublicationDraft;
import org.sunlit.api.model.ComplaintPublicationProposal;
import org.sunlit.api.model.DeskInfoRequestPage;
import org.sunlit.api.model.EnteredInfoRequest;
import org.sunlit.api.model.InfoRequestActionCode;
import org.sunlit.api.model.InfoRequestCommand;
import org.sunlit.api.model.InfoRequestReceipt;
import org.sunlit.api.model.InfoRequestState;
import org.sunlit.api.model.OpenedInfoRequest;
import org.sunlit.edge.NumberCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.inforequest.rules.ConsultedKind;
import org.sunlit.inforequest.rules.DecisionKind;
import org.sunlit.inforequest.rules.Opinion;
import org.sunlit.inforequest.rules.RequestAction;
import org.sunlit.inforequest.rules.RequestChannel;
import org.sunlit.inforequest.rules.RequestRules;
import org.sunlit.platform.EntityVersions;
import org.sunlit.privacy.RedactionShapes;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Answering requests for information. */
class InfoRequestDeskResource implements InfoRequestDeskApi {
  private final InfoRequests requests;
  private final InfoRequestActs acts;
  private final RequestLists lists;
  private final RequestReads reads;
  private final RequestShapes shapes;
  private final RequestPublications publications;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  InfoRequestDeskResource(
      InfoRequests requests,
      InfoRequestActs acts,
      RequestLists lists,
      RequestReads reads,
      RequestShapes shapes,
      RequestPublications publications,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.requests = requests;
    this.acts = acts;
    this.lists = lists;
    this.reads = reads;
    this.shapes = shapes;
    this.publications = publications;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_READ)
  public Uni<DeskInfoRequestPage> listDeskInfoRequests(
      InfoRequestState state, Boolean open, Boolean overdue) {
    return lists.list(
        Readers.of(currentActor.get()), state == null ? null : state.toString(), open, overdue);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_HANDLE)
  public Uni<InfoRequestReceipt> enterInfoRequest(
      EnteredInfoRequest entered, String idempotencyKey) {
    InfoRequests.Arrival arrival =
        new InfoRequests.Arrival(
            RequestChannel.of(entered.getChannel().toString()), entered.getReceivedOn());
    return requests
        .enter(
            InfoRequestsResource.asked(entered.getRequest()),
            arrival,
            currentActor.get(),
            idempotencyKey)
        .map(RequestShapes::receipt);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_READ)
  public Uni<OpenedInfoRequest> getDeskInfoRequest(String infoRequestNumber) {
    RoutingContext http = currentRequest.getCurrent();
    return shown(http, NumberCodes.number(infoRequestNumber), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_HANDLE)
  public Uni<OpenedInfoRequest> actOnInfoRequest(
      String infoRequestNumber,
      InfoRequestActionCode infoRequestAction,
      InfoRequestCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    String number = NumberCodes.number(infoRequestNumber);
    return acts.act(
            number,
            EntityVersions.seen(ifMatch),
            wanted(infoRequestAction, command),
            actor,
            idempotencyKey)
        .chain(() -> shown(http, number, actor));
  }

  private static InfoRequestActs.Wanted wanted(
      InfoRequestActionCode action, InfoRequestCommand command) {
    return new InfoRequestActs.Wanted(
        RequestAction.of(action.toString()),
        InfoRequestsResource.blankless(command.getWords()),
        command.getDays(),
        command.getConsulted() == null ? null : ConsultedKind.of(command.getConsulted().toString()),
        command.getConsultation(),
        command.getOpinion() == null ? null : Opinion.of(command.getOpinion().toString()),
        command.getDecision() == null
            ? null
            : InfoRequestActs.decision(
                DecisionKind.of(command.getDecision().toString()),
                command.getGround() == null ? null : command.getGround().toString(),
                InfoRequestsResource.blankless(command.getAuthority()),
                command.getPublicInterest()));
  }

  private Uni<OpenedInfoRequest> shown(RoutingContext http, String number, Actor actor) {
    RequestRules.Reader reader = Readers.of(actor);
    return reads
        .find(number)
        .map(
            found ->
                found
                    .filter(request -> RequestRules.sees(request.standing(), reader))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(reads::open)
        .map(opened -> shapes.opened(opened, reader))
        .invoke(shown -> http.response().putHeader("ETag", EntityVersions.tag(shown.getVersion())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_RELEASE)
  public Uni<ComplaintPublicationProposal> proposeInfoRequestPublication(String infoRequestNumber) {
    return publications
        .propose(NumberCodes.number(infoRequestNumber), currentActor.get())
        .map(RedactionShapes::proposal);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_RELEASE)
  public Uni<Void> publishInfoRequest(String infoRequestNumber, ComplaintPublicationDraft draft) {
    return publications.publish(
        NumberCodes.number(infoRequestNumber), RedactionShapes.of(draft), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INFO_REQUESTS_RELEASE)
  public Uni<Void> withdrawInfoRequestPublication(
      String infoRequestNumber, AnswerWithdrawal withdrawal) {
    return publications.withdraw(
        NumberCodes.number(infoRequestNumber), withdrawal.getReason(), currentActor.get());
  }
}
