package org.sunlit.joint;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.JointChargeLinesInner;
import org.sunlit.api.model.JointFile;
import org.sunlit.api.model.JointLack;
import org.sunlit.api.model.JointLane;
import org.sunlit.api.model.JointLaneStatement;
import org.sunlit.api.model.JointNotice;
import org.sunlit.api.model.JointPhase;
import org.sunlit.api.model.JointProject;
import org.sunlit.api.model.TrackedJoint;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.JointCase;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.identity.Actor;
import org.sunlit.joint.rules.JointCharge;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointRules;
import org.sunlit.joint.rules.JointRules.Phase;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.platform.CityTime;

/** Puts a joint application into the contract's words, each reader's own. */
final class JointViews {
  private final JointSeen seen;
  private final List<SharedMaterial> materials;

  private JointViews(JointSeen seen) {
    this.seen = seen;
    this.materials = seen.materials();
  }

  /** As its applicant sees it. */
  static TrackedJoint tracked(JointSeen seen) {
    return new JointViews(seen).whole(true, null);
  }

  /** As a member of the staff sees it: the words of other departments are for the lead. */
  static JointFile file(JointSeen seen, Actor actor, CasesTogether cases) {
    JointViews views = new JointViews(seen);
    JointMembers members = new JointMembers(actor, seen.record());
    boolean leads = members.leads();
    return new JointFile()
        .application(views.whole(false, members))
        .lead(leads)
        .statements(
            seen.cases().stream()
                .map(one -> views.statement(one, members, cases.mayAct(one, actor)))
                .toList())
        .meetings(
            seen.standing().meetings().stream()
                .filter(meeting -> JointMeetings.isMember(meeting, members))
                .map(meeting -> MeetingViews.of(meeting, seen, members))
                .toList())
        .possible(leads ? views.possibleForLead() : List.of());
  }

  private TrackedJoint whole(boolean applicant, JointMembers members) {
    JointRecord record = seen.record();
    Phase phase = seen.phase();
    boolean gathering = phase == Phase.GATHERING;
    return new TrackedJoint()
        .jointNumber(record.number())
        .themeCode(record.themeCode())
        .project(project(record.project()))
        .themeName(record.themeName())
        .themeNameEn(record.themeNameEn())
        .phase(JointPhase.fromValue(phase.code()))
        .applicantMasked(record.applicantMasked())
        .leadDepartment(ThemeMapper.department(record.lead()))
        .submittedAt(CityTime.offset(record.submittedAt()))
        .statementsDue(gathering ? seen.statementsDue() : null)
        .noticeDue(
            gathering
                ? JointRules.noticeDue(seen.children())
                    .map(due -> due.atZone(CityTime.ZONE).toLocalDate())
                    .orElse(null)
                : null)
        .dueAt(JointNotices.lastDue(seen).map(CityTime::offset).orElse(null))
        .notice(seen.standing().notice().map(this::notice).orElse(null))
        .lanes(
            seen.cases().stream().map(one -> lane(one, applicant || knows(one, members))).toList())
        .charge(charge())
        .possible(applicant ? possibleForApplicant(phase) : List.of());
  }

  private static JointProject project(JointRecord.OfProject of) {
    return of == null ? null : new JointProject().projectCode(of.code()).name(of.name());
  }

  private static boolean knows(JointCase one, JointMembers members) {
    return members.worksFor(members.record().lead().code())
        || members.worksFor(one.item().department().code());
  }

  private JointNotice notice(JointEvent sent) {
    long lacks = seen.cases().stream().flatMap(one -> told(one).stream()).count();
    return new JointNotice().sentAt(CityTime.offset(sent.at())).lacks((int) lacks);
  }

  private static List<MissingMaterial> told(JointCase one) {
    return one.told().stream().filter(lack -> !JointNotices.WAITS.equals(lack.what())).toList();
  }

  private JointLane lane(JointCase one, boolean words) {
    List<String> requires = seen.requires(one.item().code());
    return new JointLane()
        .caseNumber(one.caseNumber())
        .itemCode(one.item().code())
        .itemName(one.item().name())
        .itemNameEn(one.item().nameEn())
        .department(ThemeMapper.department(one.item().department()))
        .level(ThemeMapper.level(one.item()))
        .state(CaseState.fromValue(one.state().code()))
        .stepName(one.stepName())
        .stepNameEn(one.stepNameEn())
        .result(one.item().result() == null ? null : one.item().result().name())
        .resultEn(one.item().result() == null ? null : one.item().result().nameEn())
        .dueAt(one.dueAt().map(CityTime::offset).orElse(null))
        .deadline(one.deadline().map(DerivationMapper::toApi).orElse(null))
        .endedAt(one.endedAt().map(CityTime::offset).orElse(null))
        .requires(requires)
        .blockedBy(JointRules.blockedBy(requires, seen.children()))
        .reason(words ? one.refusal().orElse(null) : null)
        .lacks(
            words && one.state() == org.sunlit.casework.rules.CaseState.IN_CORRECTION
                ? told(one).stream().map(lack -> lack(one, lack)).toList()
                : null);
  }

  private JointLack lack(JointCase one, MissingMaterial lack) {
    return new JointLack()
        .materialCode(lack.materialCode())
        .materialKey(
            lack.materialCode() == null
                ? null
                : materials.stream()
                    .filter(shared -> lack.materialCode().equals(shared.codeFor(one.item().code())))
                    .map(SharedMaterial::key)
                    .findFirst()
                    .orElse(null))
        .what(lack.what());
  }

  private org.sunlit.api.model.JointCharge charge() {
    JointCharge charge = JointCharge.of(seen.cases().stream().map(JointCase::item).toList());
    return new org.sunlit.api.model.JointCharge()
        .totalFen(charge.totalFen())
        .lines(
            charge.lines().stream()
                .map(
                    line ->
                        new JointChargeLinesInner()
                            .itemCode(line.itemCode())
                            .name(line.fee().name())
                            .standard(line.fee().standard())
                            .amountFen(line.counted() ? line.fee().amountFen() : null)
                            .counted(line.counted()))
                .toList());
  }

  private JointLaneStatement statement(JointCase one, JointMembers members, boolean mayAct) {
    JointEvent stated = seen.standing().statements().get(one.caseNumber());
    JointLaneStatement statement =
        new JointLaneStatement()
            .caseNumber(one.caseNumber())
            .stated(stated != null)
            .mayState(
                mayAct && JointRules.mayState(seen.standing(), seen.children(), one.caseNumber()));
    if (stated == null) {
      return statement;
    }
    statement.statedAt(CityTime.offset(stated.at()));
    return knows(one, members)
        ? statement
            .complete(stated.missing().isEmpty())
            .lacks(stated.missing().stream().map(lack -> lack(one, lack)).toList())
        : statement;
  }

  private List<JointFile.PossibleEnum> possibleForLead() {
    List<JointFile.PossibleEnum> possible = new ArrayList<>();
    if (seen.maySendNotice()) {
      possible.add(JointFile.PossibleEnum.SEND_NOTICE);
    }
    if (seen.mayStart()) {
      possible.add(JointFile.PossibleEnum.START);
    }
    if (seen.phase() != Phase.ENDED) {
      possible.add(JointFile.PossibleEnum.CONVENE);
    }
    return possible;
  }

  private List<TrackedJoint.PossibleEnum> possibleForApplicant(Phase phase) {
    List<TrackedJoint.PossibleEnum> possible = new ArrayList<>();
    if (phase == Phase.IN_CORRECTION) {
      possible.add(TrackedJoint.PossibleEnum.SUPPLEMENT);
    }
    if (seen.cases().stream().anyMatch(JointCase::mayBeWithdrawn)) {
      possible.add(TrackedJoint.PossibleEnum.WITHDRAW);
    }
    return possible;
  }
}
