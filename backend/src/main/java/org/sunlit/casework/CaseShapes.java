package org.sunlit.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sunlit.api.model.CaseNotice;
import org.sunlit.api.model.CaseNoticeRecipients;
import org.sunlit.api.model.CasePlaces;
import org.sunlit.api.model.CaseStep;
import org.sunlit.api.model.DefinitionMove;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.HistoryEntry;
import org.sunlit.api.model.MissingMaterial;
import org.sunlit.api.model.NoticeChannel;
import org.sunlit.api.model.NoticeDelivery;
import org.sunlit.api.model.NoticeStatus;
import org.sunlit.api.model.ReviewDecision;
import org.sunlit.api.model.ReviewLimit;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseChange;
import org.sunlit.casework.rules.CaseDeadlines;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.StepVisit;
import org.sunlit.notice.Channel;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.powerlist.flow.FlowStep;

/**
 * Puts the parts of a case that applicant and staff both see into the contract's words. An
 * applicant is shown which post acted, the staff also who.
 */
final class CaseShapes {
  private final CaseNow now;
  private final boolean forStaff;

  private CaseShapes(CaseNow now, boolean forStaff) {
    this.now = now;
    this.forStaff = forStaff;
  }

  static CaseShapes forApplicant(CaseNow now) {
    return new CaseShapes(now, false);
  }

  static CaseShapes forStaff(CaseNow now) {
    return new CaseShapes(now, true);
  }

  /** Null for a case in the usual places. */
  CasePlaces places() {
    return PlacementShapes.of(now.stored().placement(), forStaff);
  }

  DepartmentReference department() {
    DepartmentRef department = now.basis().item().department();
    return new DepartmentReference()
        .code(department.code())
        .name(department.name())
        .nameEn(department.nameEn());
  }

  org.sunlit.api.model.Handling handling() {
    return org.sunlit.api.model.Handling.fromValue(now.basis().item().handling().code());
  }

  org.sunlit.api.model.CaseState state() {
    return org.sunlit.api.model.CaseState.fromValue(now.standing().state().code());
  }

  org.sunlit.api.model.Pause pause() {
    return now.standing()
        .pausedOn()
        .map(
            pause ->
                new org.sunlit.api.model.Pause()
                    .ground(pause.ground())
                    .groundEn(pause.groundEn())
                    .article(pause.article())
                    .since(CityTime.offset(pause.since())))
        .orElse(null);
  }

  /** The latest ground, with the limit it set. */
  org.sunlit.api.model.GreenMark green() {
    return now.standing().green() == null
        ? null
        : now.stored().events().stream()
            .filter(event -> event.kind() == CaseEventKind.GREEN_MARKED)
            .findFirst()
            .map(event -> green(event.change()))
            .orElse(null);
  }

  private static org.sunlit.api.model.GreenMark green(CaseChange change) {
    return new org.sunlit.api.model.GreenMark()
        .code(change.green().code())
        .name(change.green().name())
        .nameEn(change.green().nameEn())
        .basis(change.green().basis())
        .limit(DerivationMapper.limit(change.limit()));
  }

  private static ReviewDecision review(org.sunlit.casework.rules.ReviewDecision review) {
    return new ReviewDecision()
        .kind(ReviewDecision.KindEnum.fromString(review.kind().code()))
        .authority(review.authority())
        .documentNumber(review.documentNumber())
        .decidedOn(review.decidedOn())
        .former(
            review.withdrawsFormer()
                ? ReviewDecision.FormerEnum.WITHDRAWN
                : ReviewDecision.FormerEnum.KEPT)
        .clockFrom(review.clockFrom())
        .limit(
            review.limit() == null
                ? null
                : new ReviewLimit()
                    .amount(review.limit().amount())
                    .unit(ReviewLimit.UnitEnum.fromString(review.limit().unit().code())));
  }

  private static DefinitionMove move(org.sunlit.casework.rules.DefinitionMove move) {
    return new DefinitionMove()
        .fromVersion(move.fromNumber())
        .toVersion(move.toNumber())
        .steps(new TreeMap<>(move.steps()));
  }

  /** Null when none are to be brought. */
  List<String> originals() {
    return now.standing().originals().isEmpty() ? null : now.standing().originals();
  }

  org.sunlit.api.model.Derivation deadline() {
    return now.deadlines().deadline().map(DerivationMapper::toApi).orElse(null);
  }

  /** Several while work is done in parallel. */
  List<String> currentStepIds() {
    return now.standing().currentSteps().stream().map(FlowStep::id).toList();
  }

  List<CaseStep> steps() {
    List<StepVisit> visits = now.standing().visits();
    List<CaseStep> steps = new ArrayList<>();
    for (StepVisit visit : visits) {
      List<StepVisit> until = visits.subList(0, steps.size() + 1);
      steps.add(step(visit).within(RunShapes.around(now.standing().flow(), until)));
    }
    return steps;
  }

  List<HistoryEntry> history() {
    return now.stored().events().stream().map(this::entry).toList();
  }

  static CaseNotice notice(ShownNotice notice) {
    return new CaseNotice()
        .channel(CaseNotice.ChannelEnum.fromString(notice.channel()))
        .recipient(notice.recipient())
        .text(notice.text())
        .textEn(notice.textEn())
        .createdAt(CityTime.offset(notice.createdAt()))
        .status(CaseNotice.StatusEnum.fromString(notice.status()))
        .recipients(notice.recipients().isEmpty() ? null : recipients(notice))
        .deliveries(notice.deliveries().stream().map(CaseShapes::delivery).toList());
  }

  private static CaseNoticeRecipients recipients(ShownNotice notice) {
    return new CaseNoticeRecipients()
        .sms(notice.recipients().get(Channel.SMS.code()))
        .email(notice.recipients().get(Channel.EMAIL.code()));
  }

  private static NoticeDelivery delivery(ShownNotice.ShownDelivery delivery) {
    return new NoticeDelivery()
        .channel(NoticeChannel.fromValue(delivery.channel()))
        .status(NoticeStatus.fromValue(delivery.status()))
        .attempts(delivery.attempts())
        .sentAt(delivery.sentAt())
        .settledAt(delivery.settledAt())
        .failure(
            delivery.failure() == null
                ? null
                : NoticeDelivery.FailureEnum.fromString(delivery.failure()))
        .nextAttemptAt(delivery.nextAttemptAt());
  }

  private CaseStep step(StepVisit visit) {
    FlowStep step = now.standing().flow().step(visit.stepId());
    WorkingCalendar calendar = now.calendar();
    return new CaseStep()
        .stepId(visit.stepId())
        .visit(visit.visit())
        .enteredAt(CityTime.offset(visit.enteredAt()))
        .leftAt(CityTime.offset(visit.leftAt()))
        .outcome(visit.outcome())
        .dueAt(
            CaseDeadlines.stepDueAt(visit, step.limit(), calendar)
                .map(CityTime::offset)
                .orElse(null))
        .handler(visit.by() == null ? null : named(visit.by()))
        .handlerEn(visit.by() == null ? null : namedEn(visit.by()));
  }

  private HistoryEntry entry(CaseEvent event) {
    return new HistoryEntry()
        .at(CityTime.offset(event.at()))
        .kind(HistoryEntry.KindEnum.fromString(event.kind().code()))
        .stepId(event.stepId())
        .toStepId(event.toStepId())
        .outcome(event.outcome())
        .by(named(event.by()))
        .byEn(namedEn(event.by()))
        .actingFor(forStaff ? event.by().actingForName() : null)
        .actingForEn(forStaff ? event.by().actingForNameEn() : null)
        .authorisation(event.by().authorisation())
        .confirmedBy(event.confirmedBy() == null ? null : named(event.confirmedBy()))
        .confirmedByEn(event.confirmedBy() == null ? null : namedEn(event.confirmedBy()))
        .riskConfirmed(forStaff && event.riskConfirmed() ? true : null)
        .reason(event.reason())
        .extendedBy(event.extendedBy() == null ? null : event.extendedBy().amount())
        .undone(event.undone().isEmpty() ? null : event.undone())
        .missing(missing(event))
        .green(event.kind() == CaseEventKind.GREEN_MARKED ? green(event.change()) : null)
        .review(event.kind() == CaseEventKind.REOPENED ? review(event.change().review()) : null)
        .move(event.kind() == CaseEventKind.MIGRATED ? move(event.change().move()) : null);
  }

  /** Null when nothing was, or when what was said has been deleted with the person's data. */
  private static List<MissingMaterial> missing(CaseEvent event) {
    List<MissingMaterial> missing =
        event.missing().stream()
            .filter(one -> one.what() != null)
            .map(one -> new MissingMaterial().materialCode(one.materialCode()).what(one.what()))
            .toList();
    return missing.isEmpty() ? null : missing;
  }

  /** Applicants know their agents by name, and the staff by their posts. */
  private boolean shown(Handler by) {
    return forStaff || by.agent();
  }

  private String named(Handler by) {
    if (by.applicant()) {
      return "申请人";
    }
    if (by.law()) {
      return by.name();
    }
    String post = Optional.ofNullable(by.postName()).orElse("工作人员");
    return shown(by) && by.name() != null ? post + " " + by.name() : post;
  }

  private String namedEn(Handler by) {
    if (by.applicant()) {
      return "Applicant";
    }
    if (by.law()) {
      return by.nameEn();
    }
    String post = Optional.ofNullable(by.postNameEn()).orElse("Staff");
    String name = by.nameEn() == null ? by.name() : by.nameEn();
    return shown(by) && name != null ? post + " " + name : post;
  }
}
