package org.sunlit.report;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.api.ReportDeskApi;
import org.sunlit.api.model.ReportAnswer;
import org.sunlit.api.model.ReportConfirmationAsked;
import org.sunlit.api.model.ReportFile;
import org.sunlit.api.model.ReportPage;
import org.sunlit.api.model.ReportRecipientProposal;
import org.sunlit.api.model.ReportRecipients;
import org.sunlit.api.model.ReportSealing;
import org.sunlit.api.model.ReportSealingGap;
import org.sunlit.api.model.ReportState;
import org.sunlit.api.model.ReportStateChange;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.Investigations.SealedAgain;
import org.sunlit.report.RecipientReads.Recipient;
import org.sunlit.report.ReportReads.Listed;
import org.sunlit.report.ReportReads.Standing;

/** The discipline office's desk: what it sends and gets is sealed in its browsers. */
@PermissionsAllowed(Permission.Codes.REPORTS_HANDLE)
class ReportDeskResource implements ReportDeskApi {
  private static final int MOST_GAPS = 100;

  private final Investigations investigations;
  private final Recipients recipients;
  private final RecipientReads recipientReads;
  private final ReportReads reads;
  private final Attachments attachments;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ReportDeskResource(
      Investigations investigations,
      Recipients recipients,
      RecipientReads recipientReads,
      ReportReads reads,
      Attachments attachments,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.investigations = investigations;
    this.recipients = recipients;
    this.recipientReads = recipientReads;
    this.reads = reads;
    this.attachments = attachments;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  public Uni<ReportPage> listReports(ReportState state, Integer limit, String cursor) {
    org.sunlit.report.rules.ReportState wanted = state == null ? null : ours(state);
    TimeCursor after = TimeCursor.read(cursor);
    Actor actor = currentActor.get();
    return mineOrNull(actor)
        .chain(mine -> reads.page(wanted, actor.accountId(), mine, after, limit + 1))
        .chain(
            found ->
                reads.total(wanted, actor.accountId()).map(total -> page(found, total, limit)));
  }

  private static ReportPage page(List<Listed> found, int total, int limit) {
    return new ReportPage()
        .items(found.stream().limit(limit).map(ReportShapes::summary).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(
                found,
                limit,
                last ->
                    new TimeCursor(
                        last.filedOn().atStartOfDay(CityTime.ZONE).toInstant(), last.id())));
  }

  @Override
  public Uni<ReportFile> getReport(UUID reportId) {
    return shown(currentRequest.getCurrent(), reportId, currentActor.get());
  }

  @Override
  public Uni<ReportFile> answerReport(UUID reportId, ReportAnswer answer) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    return investigations
        .answer(reportId, answer.getNumber(), ReportShapes.message(answer.getWords()), actor)
        .chain(() -> shown(http, reportId, actor))
        .invoke(file -> http.response().setStatusCode(201));
  }

  @Override
  public Uni<ReportFile> setReportState(UUID reportId, ReportStateChange change, String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    return investigations
        .go(reportId, EntityVersions.seen(ifMatch), ours(change.getState()), actor)
        .chain(() -> shown(http, reportId, actor));
  }

  private Uni<ReportFile> shown(RoutingContext http, UUID report, Actor actor) {
    return investigations
        .find(report, actor)
        .chain(standing -> mineOrNull(actor).chain(mine -> file(standing, mine)))
        .invoke(file -> http.response().putHeader("ETag", EntityVersions.tag(file.getVersion())));
  }

  private Uni<ReportFile> file(Standing standing, UUID mine) {
    UUID id = standing.id();
    return reads
        .messages(id, mine)
        .chain(
            messages ->
                reads
                    .files(id)
                    .chain(
                        files ->
                            reads
                                .steps(id)
                                .chain(
                                    steps ->
                                        recipients
                                            .all()
                                            .map(
                                                all ->
                                                    ReportShapes.file(
                                                        standing, messages, files, steps, all,
                                                        mine)))));
  }

  @Override
  public Uni<Buffer> downloadReportFile(UUID attachmentId) {
    return attachments
        .read(attachmentId, currentActor.get().accountId())
        .map(
            found ->
                found
                    .map(io.vertx.mutiny.core.buffer.Buffer::getDelegate)
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  @Override
  public Uni<ReportRecipients> listReportRecipients() {
    Actor actor = currentActor.get();
    return recipients
        .all()
        .chain(all -> recipientReads.missing().map(missing -> shown(all, missing, actor)))
        .chain(
            shown ->
                recipients
                    .pending(actor.accountId())
                    .map(pending -> shown.pending(pending.orElse(null))));
  }

  private static ReportRecipients shown(
      List<Recipient> all, Map<UUID, Integer> missing, Actor actor) {
    List<Recipient> active = all.stream().filter(Recipient::active).toList();
    return new ReportRecipients()
        .items(
            all.stream()
                .map(one -> ReportShapes.recipient(one, missing.getOrDefault(one.id(), 0)))
                .toList())
        .open(active.size() >= RecipientReads.FEWEST)
        .mine(
            active.stream()
                .filter(one -> one.account().equals(actor.accountId()))
                .map(Recipient::id)
                .findFirst()
                .orElse(null));
  }

  @Override
  public Uni<ReportConfirmationAsked> proposeReportRecipient(ReportRecipientProposal proposal) {
    return asked(recipients.propose(proposal.getPublicKey(), currentActor.get()));
  }

  @Override
  public Uni<ReportConfirmationAsked> proposeReportRecipientRemoval(UUID recipientId) {
    return asked(recipients.proposeRemoval(recipientId, currentActor.get()));
  }

  private Uni<ReportConfirmationAsked> asked(Uni<UUID> request) {
    RoutingContext http = currentRequest.getCurrent();
    return request
        .map(id -> new ReportConfirmationAsked().confirmation(id))
        .invoke(asked -> http.response().setStatusCode(202));
  }

  @Override
  public Uni<List<ReportSealingGap>> listSealingGaps() {
    return recipientReads
        .of(currentActor.get().accountId())
        .chain(
            mine ->
                mine.isEmpty()
                    ? Uni.createFrom().item(List.<ReportSealingGap>of())
                    : recipientReads
                        .gaps(mine.get(), MOST_GAPS)
                        .map(gaps -> gaps.stream().map(ReportShapes::gap).toList()));
  }

  @Override
  public Uni<Void> sealReportsAgain(ReportSealing sealing) {
    return investigations.sealAgain(
        sealing.getKeys().stream()
            .map(
                key ->
                    new SealedAgain(
                        key.getReportId(), key.getNumber(), key.getRecipient(), key.getKey()))
            .toList(),
        currentActor.get());
  }

  private Uni<UUID> mineOrNull(Actor actor) {
    return recipientReads.of(actor.accountId()).map(found -> found.orElse(null));
  }

  private static org.sunlit.report.rules.ReportState ours(ReportState state) {
    return Coded.of(org.sunlit.report.rules.ReportState.class, state.toString());
  }
}
