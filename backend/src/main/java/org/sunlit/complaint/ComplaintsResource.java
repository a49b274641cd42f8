package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.ComplaintsApi;
import org.sunlit.api.model.ComplaintAnswer;
import org.sunlit.api.model.ComplaintAnswerPage;
import org.sunlit.api.model.ComplaintDraft;
import org.sunlit.api.model.ComplaintDuty;
import org.sunlit.api.model.ComplaintFigures;
import org.sunlit.api.model.ComplaintKeys;
import org.sunlit.api.model.ComplaintRating;
import org.sunlit.api.model.ComplaintReceipt;
import org.sunlit.api.model.ComplaintUrging;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FindSimilarAnswersRequest;
import org.sunlit.api.model.Satisfaction;
import org.sunlit.api.model.TrackedComplaint;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.Grade;
import org.sunlit.complaint.rules.Naming;
import org.sunlit.edge.Address;
import org.sunlit.platform.TimeCursor;

/** Saying something, and following what becomes of it. */
@PermitAll
class ComplaintsResource implements ComplaintsApi {
  private final Complaints complaints;
  private final ComplaintCodes codes;
  private final ComplaintReads reads;
  private final ComplaintShapes shapes;
  private final DutyRoster roster;
  private final Answers answers;
  private final Figures figures;
  private final HttpServerRequest request;

  ComplaintsResource(
      Complaints complaints,
      ComplaintCodes codes,
      ComplaintReads reads,
      ComplaintShapes shapes,
      DutyRoster roster,
      Answers answers,
      Figures figures,
      HttpServerRequest request) {
    this.complaints = complaints;
    this.codes = codes;
    this.reads = reads;
    this.shapes = shapes;
    this.roster = roster;
    this.answers = answers;
    this.figures = figures;
    this.request = request;
  }

  @Override
  public Uni<ComplaintReceipt> sendComplaint(ComplaintDraft draft, String idempotencyKey) {
    ComplaintChannel channel =
        draft.getDirectLine() ? ComplaintChannel.DIRECT_LINE : ComplaintChannel.WEB;
    return complaints
        .send(message(draft, channel), null, idempotencyKey)
        .map(ComplaintShapes::receipt);
  }

  static Complaints.Message message(ComplaintDraft draft, ComplaintChannel channel) {
    return new Complaints.Message(
        ComplaintKind.of(draft.getKind().toString()),
        channel,
        Naming.of(draft.getNaming().toString()),
        draft.getSubject(),
        draft.getText(),
        Complaints.blankless(draft.getName()),
        Complaints.blankless(draft.getPhone()),
        Complaints.blankless(draft.getPlace()),
        Complaints.blankless(draft.getCaseNumber()),
        Complaints.blankless(draft.getItemCode()),
        Complaints.blankless(draft.getDepartmentCode()),
        Complaints.blankless(draft.getPlaceCode()),
        draft.getMayPublish());
  }

  @Override
  public Uni<TrackedComplaint> trackComplaint(ComplaintKeys keys) {
    return tracked(Address.of(request), keys.getNumber(), keys.getTrackingCode());
  }

  private Uni<TrackedComplaint> tracked(Address from, String typed, String code) {
    String number = codes.mayTry(from, typed);
    return reads
        .find(number)
        .map(found -> found.orElseThrow(() -> codes.unknown(from, number)))
        .invoke(complaint -> codes.prove(from, complaint, code))
        .chain(reads::open)
        .map(shapes::tracked);
  }

  @Override
  public Uni<TrackedComplaint> urgeComplaint(ComplaintUrging urging, String idempotencyKey) {
    Complaints.Keys keys =
        new Complaints.Keys(Address.of(request), urging.getNumber(), urging.getTrackingCode());
    return complaints.urge(keys, urging.getWords(), idempotencyKey).chain(() -> tracked(keys));
  }

  @Override
  public Uni<TrackedComplaint> rateComplaint(ComplaintRating rating, String idempotencyKey) {
    Complaints.Keys keys =
        new Complaints.Keys(Address.of(request), rating.getNumber(), rating.getTrackingCode());
    return complaints
        .rate(keys, Grade.of(rating.getGrade().toString()), rating.getWords(), idempotencyKey)
        .chain(() -> tracked(keys));
  }

  private Uni<TrackedComplaint> tracked(Complaints.Keys keys) {
    return tracked(keys.from(), keys.number(), keys.code());
  }

  @Override
  public Uni<List<ComplaintDuty>> getComplaintDuty() {
    return roster
        .coming()
        .map(
            days ->
                days.stream()
                    .map(
                        duty ->
                            new ComplaintDuty()
                                .day(duty.day())
                                .name(duty.name())
                                .nameEn(duty.nameEn())
                                .today(duty.day().equals(roster.today())))
                    .toList());
  }

  @Override
  public Uni<ComplaintAnswerPage> listComplaintAnswers(
      String q, org.sunlit.api.model.ComplaintKind kind, Integer limit, String cursor) {
    return answers
        .find(q, kind == null ? null : kind.toString(), TimeCursor.read(cursor), limit)
        .map(
            found ->
                new ComplaintAnswerPage()
                    .items(found.answers().stream().map(ComplaintsResource::shown).toList())
                    .total(Math.toIntExact(found.total()))
                    .nextCursor(found.next() == null ? null : found.next().write()));
  }

  @Override
  public Uni<List<ComplaintAnswer>> findSimilarAnswers(FindSimilarAnswersRequest asked) {
    return answers
        .similar(asked.getText())
        .map(found -> found.stream().map(ComplaintsResource::shown).toList());
  }

  private static ComplaintAnswer shown(Answers.Answer answer) {
    return new ComplaintAnswer()
        .id(answer.id())
        .kind(org.sunlit.api.model.ComplaintKind.fromString(answer.kind()))
        .title(answer.title())
        .question(answer.question())
        .answer(answer.answer())
        .department(
            answer.department() == null
                ? null
                : new DepartmentReference()
                    .code(answer.department())
                    .name(answer.departmentName())
                    .nameEn(answer.departmentNameEn()))
        .receivedOn(Answers.day(answer.receivedAt()))
        .repliedOn(Answers.day(answer.repliedAt()))
        .grade(answer.grade() == null ? null : Satisfaction.fromString(answer.grade()))
        .earlier(answer.earlier() ? true : null);
  }

  @Override
  public Uni<ComplaintFigures> getComplaintFigures(LocalDate from, LocalDate to) {
    return figures.of(from, to);
  }
}
