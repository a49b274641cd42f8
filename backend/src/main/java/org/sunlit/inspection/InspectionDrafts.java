package org.sunlit.inspection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sunlit.api.model.InspectionDraft;
import org.sunlit.api.model.InspectionPoll;
import org.sunlit.api.model.InspectionTelephone;
import org.sunlit.inspection.rules.CheckResult;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.platform.Coded;

/** What somebody wants to record, in the room's words. */
final class InspectionDrafts {
  private InspectionDrafts() {}

  static Inspections.Draft draft(InspectionDraft sent) {
    Instant at = sent.getInspectedAt().toInstant().truncatedTo(ChronoUnit.SECONDS);
    return new Inspections.Draft(
        kind(sent.getKind()),
        sent.getDepartment(),
        sent.getPlace(),
        sent.getPost(),
        at,
        List.copyOf(sent.getInspectors()),
        facts(sent),
        sent.getSampleId(),
        sent.getFound().strip(),
        sent.getConclusion().strip(),
        sent.getEvidence() == null ? List.of() : List.copyOf(sent.getEvidence()));
  }

  static InspectionKind kind(org.sunlit.api.model.InspectionKind kind) {
    return Coded.of(InspectionKind.class, kind.toString());
  }

  private static Facts facts(InspectionDraft sent) {
    return new Facts(
        sent.getChecks().stream()
            .map(
                check ->
                    new Facts.Check(
                        check.getCode(), Coded.of(CheckResult.class, check.getResult().toString())))
            .toList(),
        sent.getCases() == null ? List.of() : List.copyOf(sent.getCases()),
        sent.getCalls() == null
            ? List.of()
            : sent.getCalls().stream()
                .map(
                    call ->
                        new Facts.Call(
                            call.getCaseNumber(), call.getReached(), call.getSatisfied()))
                .toList(),
        telephone(sent.getTelephone()),
        poll(sent.getPoll()));
  }

  private static Facts.Telephone telephone(InspectionTelephone call) {
    return call == null
        ? null
        : new Facts.Telephone(
            call.getAnswered(), call.getRings(), call.getSeconds(), call.getRight());
  }

  private static Facts.Poll poll(InspectionPoll poll) {
    return poll == null ? null : new Facts.Poll(poll.getAsked(), poll.getSatisfied());
  }
}
