package org.sunlit.report;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.SealedReportsApi;
import org.sunlit.api.model.ReportConversation;
import org.sunlit.api.model.ReportDoor;
import org.sunlit.api.model.ReportFileKept;
import org.sunlit.api.model.ReportFiling;
import org.sunlit.api.model.ReportOpening;
import org.sunlit.api.model.ReportWork;
import org.sunlit.api.model.ReportWorkDone;
import org.sunlit.api.model.ReportWriting;
import org.sunlit.edge.ProofOfWork;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.RecipientReads.Recipient;

/** What reporters send, and come back for. Nothing is asked of who they are. */
@PermitAll
class SealedReportsResource implements SealedReportsApi {
  private final Conversations conversations;
  private final Attachments attachments;
  private final Recipients recipients;
  private final ReportSettings settings;
  private final ProofOfWork work;
  private final CurrentVertxRequest currentRequest;

  SealedReportsResource(
      Conversations conversations,
      Attachments attachments,
      Recipients recipients,
      ReportSettings settings,
      ProofOfWork work,
      CurrentVertxRequest currentRequest) {
    this.conversations = conversations;
    this.attachments = attachments;
    this.recipients = recipients;
    this.settings = settings;
    this.work = work;
    this.currentRequest = currentRequest;
  }

  @Override
  public Uni<ReportDoor> getReportDoor() {
    RoutingContext http = currentRequest.getCurrent();
    ProofOfWork.Puzzle puzzle = work.puzzle();
    return recipients
        .all()
        .map(all -> all.stream().filter(Recipient::active).map(ReportShapes::key).toList())
        .map(
            active ->
                new ReportDoor()
                    .open(active.size() >= RecipientReads.FEWEST)
                    .recipients(active)
                    .work(new ReportWork().challenge(puzzle.challenge()).bits(puzzle.bits()))
                    .filesAtMost(settings.filesAtMost())
                    .keepUnreadMonths((int) settings.keepUnread().toTotalMonths())
                    .keepClosedMonths((int) settings.keepClosed().toTotalMonths()))
        // A puzzle is good once.
        .invoke(door -> http.response().putHeader("Cache-Control", "no-store"));
  }

  @Override
  public Uni<ReportConversation> fileReport(ReportFiling filing) {
    RoutingContext http = currentRequest.getCurrent();
    take(filing.getWork());
    return conversations
        .file(
            filing.getMailbox(),
            filing.getPublicKey(),
            ReportShapes.message(filing.getWords()),
            ReportShapes.files(filing.getAttachments()),
            ReportShapes.leftOut(filing.getLeaveOut()))
        .chain(() -> shown(filing.getMailbox()))
        .invoke(filed -> http.response().setStatusCode(201));
  }

  @Override
  public Uni<ReportConversation> openReport(ReportOpening opening) {
    take(opening.getWork());
    return shown(opening.getMailbox());
  }

  @Override
  public Uni<ReportConversation> writeToReport(ReportWriting writing) {
    RoutingContext http = currentRequest.getCurrent();
    take(writing.getWork());
    return conversations
        .write(
            writing.getMailbox(),
            writing.getNumber(),
            ReportShapes.message(writing.getWords()),
            ReportShapes.files(writing.getAttachments()))
        .chain(() -> shown(writing.getMailbox()))
        .invoke(written -> http.response().setStatusCode(201));
  }

  @Override
  public Uni<ReportFileKept> sendReportFile(String challenge, String answer, FileUpload file) {
    RoutingContext http = currentRequest.getCurrent();
    if (challenge == null || answer == null || file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    work.take(challenge, answer);
    return attachments
        .keep(file.uploadedFile(), file.size())
        .map(id -> new ReportFileKept().id(id))
        .invoke(kept -> http.response().setStatusCode(201));
  }

  private void take(ReportWorkDone done) {
    work.take(done.getChallenge(), done.getAnswer());
  }

  private Uni<ReportConversation> shown(byte[] mailbox) {
    return conversations
        .open(mailbox)
        .chain(opened -> recipients.all().map(all -> ReportShapes.conversation(opened, all)));
  }
}
