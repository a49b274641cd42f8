package org.sunlit.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseTerms;
import org.sunlit.casework.rules.Standing;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.statistics.rules.CaseCourse;
import org.sunlit.statistics.rules.Stay;

/**
 * A case before and after one of its events.
 *
 * @param item in the version the case is on after it
 * @param former the same before it: another one when the event moved the case
 * @param before null before the first
 */
record CaseMoment(
    String caseNumber,
    ItemInForce item,
    ItemInForce former,
    CaseEvent event,
    CaseClock clock,
    CaseCourse before,
    CaseCourse after) {
  /**
   * @param items what its item was in every version it has run on
   * @param version the one it is on with this event
   * @param history all events of the case known by now, in order
   * @param event the one that happened
   * @param clock what counts for the item's cases
   */
  static CaseMoment of(
      String caseNumber,
      Map<UUID, ItemInForce> items,
      UUID version,
      List<CaseEvent> history,
      CaseEvent event,
      CaseClock clock) {
    ItemInForce item = items.get(version);
    ItemInForce former =
        event.kind() == CaseEventKind.MIGRATED ? items.get(event.change().move().from()) : item;
    Map<UUID, FlowDefinition> flows = new HashMap<>();
    items.forEach((id, known) -> flows.put(id, known.flow()));
    List<CaseEvent> until =
        history.stream().filter(each -> each.number() <= event.number()).toList();
    List<CaseEvent> earlier = until.subList(0, until.size() - 1);
    return new CaseMoment(
        caseNumber,
        item,
        former,
        event,
        clock,
        earlier.isEmpty() ? null : course(former, flows, earlier, clock),
        course(item, flows, until, clock));
  }

  /** What counts for a case is what counts toward its item's limit. */
  static CaseClock clock(ItemInForce item, WorkingCalendar calendar) {
    CaseTerms terms =
        CaseTerms.of(
            item.category() == Category.LICENCE,
            item.promisedLimit(),
            item.statutoryLimit(),
            item.flow());
    return new CaseClock(calendar, terms.limit().unit());
  }

  private static CaseCourse course(
      ItemInForce item, Map<UUID, FlowDefinition> flows, List<CaseEvent> events, CaseClock clock) {
    return CaseCourse.of(Standing.of(item.flow(), flows, events), events, clock);
  }

  StepKey key(String stepId) {
    return key(item, stepId);
  }

  static StepKey key(ItemInForce item, String stepId) {
    return new StepKey(item.code(), item.flowId(), stepId);
  }

  List<Stay> liveBefore() {
    return before == null ? List.of() : before.live();
  }

  /** Steps the case has come to with this event, and is in. */
  List<Stay> entered() {
    return after.live().stream()
        .filter(stay -> liveBefore().stream().noneMatch(stay::isSame))
        .toList();
  }

  /** Whether the event moved the case to another flow, where it goes on with what it was doing. */
  boolean moved() {
    return event.kind() == CaseEventKind.MIGRATED;
  }

  /** Stays in steps of its former flow that the one this event moved it to doesn't have. */
  List<Stay> leftBehind() {
    return before == null
        ? List.of()
        : before.stays().stream()
            .filter(stay -> after.stays().stream().noneMatch(stay::isSame))
            .toList();
  }

  /** Stays whose work was finished with this event. */
  List<Stay> finished() {
    return after.stays().stream()
        .filter(Stay::finished)
        .filter(stay -> liveBefore().stream().anyMatch(stay::isSame))
        .toList();
  }

  /** Whether it is the first time that the case finishes a step. */
  boolean firstTime(Stay finished) {
    return after.stays().stream()
        .noneMatch(
            stay ->
                stay.stepId().equals(finished.stepId())
                    && stay.finished()
                    && stay.visit() < finished.visit());
  }

  boolean ended() {
    return after.end().isPresent() && before != null && before.end().isEmpty();
  }
}
