package org.sunlit.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.casework.rules.CaseDeadlines;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.StepVisit;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.RiskGrade;
import org.sunlit.powerlist.flow.RiskPoint;

/**
 * What the journal keeps of a case's event for staff, auditors and supervision: not its words,
 * which are somebody's and may have to go, as the journal never does. With it stands what lets
 * supervision judge the event without asking anybody (E1): the steps at work and their deadlines,
 * the ways the flow draws, what the item asks for.
 *
 * @param event null when nothing happened to the case and only its deadlines were counted again
 * @param reasoned whether a reason was given, whose words aren't kept here
 * @param step the step it was done in; null where the flow doesn't have it any more
 * @param drawn ids of the steps that the flow draws after that one, back or forth
 * @param live the steps at work after it
 * @param before the last working days before the day the case is due, the nearest first
 * @param published what the item's list says; only with the first event and after a move
 * @param inTime of clocks that had stopped late, those that were in time by another calendar
 */
record JournalPayload(
    CaseEvent event,
    String state,
    UUID itemVersionId,
    UUID flowId,
    String itemCode,
    String departmentCode,
    String regionCode,
    String handling,
    OffsetDateTime dueAt,
    OffsetDateTime stepDueAt,
    Boolean reasoned,
    Step step,
    List<String> drawn,
    List<Live> live,
    List<LocalDate> before,
    Published published,
    List<InTime> inTime) {
  /** The kind of the event that tells of deadlines counted again (ADR 93). */
  static final String RECOUNTED = "case.recounted";

  /**
   * A step as its flow has it.
   *
   * @param post null where nobody of the authority acts
   * @param graveRisk whether it has a risk point of grade A (F3)
   * @param shown the risk points that the handler was shown and confirmed; null where nobody did
   */
  record Step(String kind, String post, boolean graveRisk, List<RiskPoint> shown) {
    static Step of(FlowStep step, boolean confirmed) {
      return new Step(
          step.kind().code(),
          step.post() == null ? null : step.post().code(),
          step.risks().stream().anyMatch(risk -> risk.grade() == RiskGrade.A),
          confirmed ? step.risks() : null);
    }
  }

  /**
   * A clock that wasn't late after all.
   *
   * @param id what it was called by whoever found it late
   */
  record InTime(UUID id, OffsetDateTime dueAt) {}

  /**
   * A step at work.
   *
   * @param dueAt null when it has no limit of its own or its clock stands still
   * @param before as of the case
   */
  record Live(
      String stepId,
      String name,
      String nameEn,
      String post,
      OffsetDateTime enteredAt,
      OffsetDateTime dueAt,
      List<LocalDate> before) {}

  /**
   * What the power list says of the item (清单).
   *
   * @param status whether cases may begin on it
   * @param licence whether it is an administrative licence
   * @param materials codes of what it asks for
   */
  record Published(String status, boolean licence, List<String> materials) {
    static Published of(ItemInForce item) {
      return new Published(
          item.status().code(),
          item.category() == Category.LICENCE,
          item.materials().stream().map(Material::code).toList());
    }
  }

  /** Of the event after which the case stands like this. */
  static JournalPayload of(CaseNow now) {
    CaseEvent event = now.lastEvent();
    FlowDefinition flow = now.standing().flow();
    Optional<FlowStep> step = flow.find(event.stepId());
    boolean tells =
        event.kind() == CaseEventKind.SUBMITTED || event.kind() == CaseEventKind.MIGRATED;
    return of(
        now,
        event.wordless(),
        event.reason() != null,
        step.map(in -> Step.of(in, event.riskConfirmed())).orElse(null),
        step.map(from -> flow.outgoing(from.id()).stream().map(FlowEdge::to).distinct().toList())
            .orElse(null),
        tells ? Published.of(now.basis().item()) : null,
        null);
  }

  /** Of a case whose deadlines were counted again by another calendar. */
  static JournalPayload recounted(CaseNow now) {
    return of(now, null, null, null, null, null, null);
  }

  /** Of a case some of whose clocks had stopped late, and were in time by another calendar. */
  static JournalPayload settled(SettledCase settled) {
    return of(settled.now(), null, null, null, null, null, settled.inTime());
  }

  private static JournalPayload of(
      CaseNow now,
      CaseEvent event,
      Boolean reasoned,
      Step step,
      List<String> drawn,
      Published published,
      List<InTime> inTime) {
    ItemInForce item = now.basis().item();
    Optional<Instant> due = now.deadlines().dueAt();
    return new JournalPayload(
        event,
        now.standing().state().code(),
        item.versionId(),
        item.flowId(),
        item.code(),
        now.stored().departmentCode(),
        now.stored().regionCode(),
        item.handling().code(),
        due.map(CityTime::offset).orElse(null),
        now.deadlines().stepDueAt().map(CityTime::offset).orElse(null),
        reasoned,
        step,
        drawn,
        now.standing().live().stream().map(visit -> live(now, visit)).toList(),
        due.map(now.calendar()::workingDaysBefore).orElse(null),
        published,
        inTime);
  }

  /** When a step at work is due; empty when it isn't at work or its clock stands still. */
  static Optional<Instant> stepDueAt(CaseNow now, String stepId) {
    return now.standing().live().stream()
        .filter(visit -> visit.stepId().equals(stepId))
        .findFirst()
        .flatMap(visit -> stepDueAt(now, visit));
  }

  private static Optional<Instant> stepDueAt(CaseNow now, StepVisit visit) {
    return now.standing().state() == CaseState.IN_CORRECTION
        ? Optional.empty()
        : CaseDeadlines.stepDueAt(
            visit, now.standing().flow().step(visit.stepId()).limit(), now.calendar());
  }

  private static Live live(CaseNow now, StepVisit visit) {
    FlowStep step = now.standing().flow().step(visit.stepId());
    Optional<Instant> due = stepDueAt(now, visit);
    return new Live(
        step.id(),
        step.name(),
        step.nameEn(),
        step.post() == null ? null : step.post().code(),
        CityTime.offset(visit.enteredAt()),
        due.map(CityTime::offset).orElse(null),
        due.map(now.calendar()::workingDaysBefore).orElse(null));
  }
}
