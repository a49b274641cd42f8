package org.sunlit.complaint;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sunlit.api.ComplaintDeskApi;
import org.sunlit.api.model.AnswerWithdrawal;
import org.sunlit.api.model.ComplaintActionCode;
import org.sunlit.api.model.ComplaintCommand;
import org.sunlit.api.model.ComplaintDutyDraft;
import org.sunlit.api.model.ComplaintPublicationDraft;
import org.sunlit.api.model.ComplaintPublicationProposal;
import org.sunlit.api.model.ComplaintReceipt;
import org.sunlit.api.model.DeskComplaint;
import org.sunlit.api.model.DeskComplaintPage;
import org.sunlit.api.model.FindCallerRequest;
import org.sunlit.api.model.OpenedComplaint;
import org.sunlit.api.model.TakenDownComplaint;
import org.sunlit.complaint.rules.ComplaintAction;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.complaint.rules.HandOnGround;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.privacy.RedactionShapes;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Handling what people say. */
class ComplaintDeskResource implements ComplaintDeskApi {
  private final Complaints complaints;
  private final ComplaintLists lists;
  private final ComplaintReads reads;
  private final ComplaintShapes shapes;
  private final ComplaintActs acts;
  private final DutyRoster roster;
  private final Publications publications;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ComplaintDeskResource(
      Complaints complaints,
      ComplaintLists lists,
      ComplaintReads reads,
      ComplaintShapes shapes,
      ComplaintActs acts,
      DutyRoster roster,
      Publications publications,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.complaints = complaints;
    this.lists = lists;
    this.reads = reads;
    this.shapes = shapes;
    this.acts = acts;
    this.roster = roster;
    this.publications = publications;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  private Uni<Readers> reader(Actor actor) {
    return roster.daysOf(actor).map(days -> new Readers(actor, days, roster.today()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_READ)
  public Uni<DeskComplaintPage> listDeskComplaints(
      org.sunlit.api.model.ComplaintState state,
      Boolean open,
      Boolean overdue,
      Boolean supervised,
      Boolean callBack,
      String department) {
    ComplaintLists.Asked asked =
        new ComplaintLists.Asked(
            state == null ? null : state.toString(),
            open,
            overdue,
            supervised,
            callBack,
            department);
    return reader(currentActor.get())
        .chain(
            reader ->
                lists
                    .list(reader, asked)
                    .map(
                        page ->
                            new DeskComplaintPage()
                                .items(
                                    page.found().stream()
                                        .map(listed -> shapes.summary(listed, reader))
                                        .toList())
                                .total(page.total())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<ComplaintReceipt> takeDownComplaint(TakenDownComplaint taken, String idempotencyKey) {
    return complaints
        .send(
            ComplaintsResource.message(
                taken.getMessage(), ComplaintChannel.of(taken.getChannel().toString())),
            currentActor.get(),
            idempotencyKey)
        .map(ComplaintShapes::receipt);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<List<DeskComplaint>> findCaller(FindCallerRequest asked) {
    Actor actor = currentActor.get();
    return reader(actor)
        .chain(
            reader ->
                lists
                    .ofCaller(complaints.token(asked.getPhone()), actor.accountId())
                    .map(
                        found ->
                            found.stream().map(listed -> shapes.summary(listed, reader)).toList()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_READ)
  public Uni<OpenedComplaint> getDeskComplaint(String complaintNumber) {
    RoutingContext http = currentRequest.getCurrent();
    return shown(http, ComplaintCodes.number(complaintNumber), currentActor.get())
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_READ)
  public Uni<OpenedComplaint> actOnComplaint(
      String complaintNumber,
      ComplaintActionCode complaintAction,
      ComplaintCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    String number = ComplaintCodes.number(complaintNumber);
    return acts.act(
            number,
            EntityVersions.seen(ifMatch),
            wanted(complaintAction, command),
            actor,
            idempotencyKey)
        .chain(() -> shown(http, number, actor));
  }

  private static ComplaintActs.Wanted wanted(ComplaintActionCode action, ComplaintCommand command) {
    return new ComplaintActs.Wanted(
        ComplaintAction.of(action.toString()),
        Complaints.blankless(command.getWords()),
        command.getKind() == null ? null : ComplaintKind.of(command.getKind().toString()),
        set(command.getConcerned()),
        command.getDepartment(),
        set(command.getJoint()),
        command.getGround() == null ? null : HandOnGround.of(command.getGround().toString()),
        command.getDays(),
        command.getUnder(),
        command.getFixed(),
        command.getCategory());
  }

  private static Set<String> set(Collection<String> given) {
    return given == null ? Set.of() : Set.copyOf(given);
  }

  /** Null when it isn't there for this actor. */
  private Uni<OpenedComplaint> shown(RoutingContext http, String number, Actor actor) {
    return reader(actor)
        .chain(
            readers ->
                reads
                    .find(number)
                    .map(
                        found ->
                            found
                                .filter(
                                    complaint ->
                                        ComplaintRules.sees(
                                            complaint.standing(),
                                            readers.of(complaint.receivedOn())))
                                .orElse(null))
                    .onItem()
                    .ifNotNull()
                    .transformToUni(
                        complaint ->
                            reads
                                .open(complaint)
                                .map(
                                    opened ->
                                        shapes.opened(opened, readers.of(complaint.receivedOn()))))
                    .invoke(
                        shown -> {
                          if (shown != null) {
                            http.response()
                                .putHeader("ETag", EntityVersions.tag(shown.getVersion()));
                          }
                        }));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<Void> setComplaintDuty(LocalDate day, ComplaintDutyDraft draft) {
    return roster.set(day, draft.getAccount());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<ComplaintPublicationProposal> proposeComplaintPublication(String complaintNumber) {
    return publications
        .propose(ComplaintCodes.number(complaintNumber), currentActor.get())
        .map(RedactionShapes::proposal);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<Void> publishComplaint(String complaintNumber, ComplaintPublicationDraft draft) {
    return publications.publish(
        ComplaintCodes.number(complaintNumber), RedactionShapes.of(draft), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<Void> withdrawComplaintPublication(
      String complaintNumber, AnswerWithdrawal withdrawal) {
    return publications.withdraw(
        ComplaintCodes.number(complaintNumber), withdrawal.getReason(), currentActor.get());
  }
}
