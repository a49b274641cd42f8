package org.sunlit.clue;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.ClueDeskApi;
import org.sunlit.api.model.AnswerWithdrawal;
import org.sunlit.api.model.ClueActionCode;
import org.sunlit.api.model.ClueChannel;
import org.sunlit.api.model.ClueCommand;
import org.sunlit.api.model.ClueDraft;
import org.sunlit.api.model.CluePage;
import org.sunlit.api.model.ClueReceipt;
import org.sunlit.api.model.ClueState;
import org.sunlit.api.model.ComplaintPublicationDraft;
import org.sunlit.api.model.ComplaintPublicationProposal;
import org.sunlit.api.model.OpenedClue;
import org.sunlit.clue.rules.ClearingForm;
import org.sunlit.clue.rules.ClueAction;
import org.sunlit.clue.rules.ClueSource;
import org.sunlit.clue.rules.Disposal;
import org.sunlit.clue.rules.Finding;
import org.sunlit.clue.rules.Outcome;
import org.sunlit.clue.rules.Sanction;
import org.sunlit.clue.rules.ToleranceGround;
import org.sunlit.edge.NumberCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.privacy.RedactionShapes;

/** The discipline office's pool of clues. */
class ClueDeskResource implements ClueDeskApi {
  private final Clues clues;
  private final ClueActs acts;
  private final ClueLists lists;
  private final ClueFiles files;
  private final CluePublications publications;
  private final ClueShapes shapes;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ClueDeskResource(
      Clues clues,
      ClueActs acts,
      ClueLists lists,
      ClueFiles files,
      CluePublications publications,
      ClueShapes shapes,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.clues = clues;
    this.acts = acts;
    this.lists = lists;
    this.files = files;
    this.publications = publications;
    this.shapes = shapes;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_HANDLE)
  public Uni<CluePage> listClues(
      ClueState state, ClueChannel channel, Boolean open, Boolean overdue, Boolean mine) {
    ClueLists.Asked asked =
        new ClueLists.Asked(
            state == null ? null : state.toString(),
            channel == null ? null : channel.toString(),
            open,
            overdue,
            mine);
    return lists.list(asked, currentActor.get(), currentActor.sessionOrNull());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_ENTER)
  public Uni<ClueReceipt> handInClue(ClueDraft draft, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    return clues
        .handIn(handedIn(draft), currentActor.get(), idempotencyKey)
        .map(
            receipt ->
                new ClueReceipt()
                    .number(receipt.number())
                    .receivedAt(CityTime.offset(receipt.receivedAt())))
        .invoke(receipt -> http.response().setStatusCode(201));
  }

  private static Clues.HandedIn handedIn(ClueDraft draft) {
    return new Clues.HandedIn(
        org.sunlit.clue.rules.ClueChannel.of(draft.getChannel().toString()),
        draft.getReceivedOn(),
        blankless(draft.getTitle()),
        blankless(draft.getText()),
        blankless(draft.getDepartment()),
        blankless(draft.getPerson()),
        blankless(draft.getPost()),
        blankless(draft.getBringer()),
        blankless(draft.getPhone()),
        draft.getSource() == null ? null : ClueSource.of(draft.getSource().getKind().toString()),
        draft.getSource() == null ? null : draft.getSource().getReference().strip());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_HANDLE)
  public Uni<OpenedClue> getClue(String clueNumber) {
    RoutingContext http = currentRequest.getCurrent();
    return shown(
        http, NumberCodes.number(clueNumber), currentActor.get(), currentActor.sessionOrNull());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_HANDLE)
  public Uni<OpenedClue> actOnClue(
      String clueNumber,
      ClueActionCode clueAction,
      ClueCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    UUID session = currentActor.sessionOrNull();
    String number = NumberCodes.number(clueNumber);
    return acts.act(
            number,
            EntityVersions.seen(ifMatch),
            wanted(clueAction, command),
            actor,
            idempotencyKey)
        .chain(() -> shown(http, number, actor, session));
  }

  private static ClueActs.Wanted wanted(ClueActionCode action, ClueCommand command) {
    return new ClueActs.Wanted(
        ClueAction.of(action.toString()),
        blankless(command.getWords()),
        blankless(command.getInvestigator()),
        blankless(command.getReviewer()),
        command.getDisposal() == null ? null : Disposal.of(command.getDisposal().toString()),
        finding(command),
        blankless(command.getLetter()),
        blankless(command.getFeedback()),
        command.getVisitOn(),
        command.getForm() == null ? null : ClearingForm.of(command.getForm().toString()));
  }

  private static Finding finding(ClueCommand command) {
    if (command.getOutcome() == null) {
      return null;
    }
    List<Sanction> sanctions =
        command.getSanctions() == null
            ? List.of()
            : command.getSanctions().stream().map(each -> Sanction.of(each.toString())).toList();
    return new Finding(
        Outcome.of(command.getOutcome().toString()),
        sanctions,
        command.getGround() == null ? null : ToleranceGround.of(command.getGround().toString()));
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private Uni<OpenedClue> shown(RoutingContext http, String number, Actor actor, UUID session) {
    return files
        .open(number, actor, session)
        .map(opened -> shapes.opened(opened, Readers.of(actor)))
        .invoke(shown -> http.response().putHeader("ETag", EntityVersions.tag(shown.getVersion())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_DECIDE)
  public Uni<ComplaintPublicationProposal> proposeCluePublication(String clueNumber) {
    return publications
        .propose(NumberCodes.number(clueNumber), currentActor.get(), currentActor.sessionOrNull())
        .map(RedactionShapes::proposal);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_DECIDE)
  public Uni<Void> publishClue(String clueNumber, ComplaintPublicationDraft draft) {
    return publications.publish(
        NumberCodes.number(clueNumber),
        RedactionShapes.of(draft),
        currentActor.get(),
        currentActor.sessionOrNull());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLUES_DECIDE)
  public Uni<Void> withdrawCluePublication(String clueNumber, AnswerWithdrawal withdrawal) {
    return publications.withdraw(
        NumberCodes.number(clueNumber),
        withdrawal.getReason(),
        currentActor.get(),
        currentActor.sessionOrNull());
  }
}
