package org.sunlit.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.JointCase;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointRules;
import org.sunlit.joint.rules.JointRules.Child;
import org.sunlit.joint.rules.JointRules.Phase;
import org.sunlit.joint.rules.JointStanding;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.powerlist.ItemInForce;

/**
 * A joint application with its cases, as they were read at one moment.
 *
 * @param cases in the order of the record's
 * @param at when
 */
record JointSeen(
    JointRecord record,
    JointStanding standing,
    List<JointCase> cases,
    WorkingCalendar calendar,
    Instant at) {
  static JointSeen of(
      JointRecord record, List<JointCase> cases, WorkingCalendar calendar, Instant at) {
    return new JointSeen(record, record.standing(), cases, calendar, at);
  }

  List<Child> children() {
    return cases.stream()
        .map(
            one ->
                new Child(
                    one.caseNumber(), one.item().code(), one.state(), one.dueAt().orElse(null)))
        .toList();
  }

  Phase phase() {
    return JointRules.phase(children());
  }

  LocalDate statementsDue() {
    return JointRules.statementsDue(standing, record.theme().statementDays(), calendar);
  }

  boolean maySendNotice() {
    return JointRules.maySendNotice(standing, children(), statementsDue(), at);
  }

  boolean mayStart() {
    return JointRules.mayStart(standing, children(), statementsDue(), at);
  }

  JointCase one(String caseNumber) {
    return cases.stream()
        .filter(one -> one.caseNumber().equals(caseNumber))
        .findFirst()
        .orElse(null);
  }

  /** What this item needs of the others that were applied for with it. */
  List<String> requires(String itemCode) {
    return record.theme().requiredBefore(itemCode, record.itemCodes());
  }

  List<SharedMaterial> materials() {
    return SharedMaterial.of(record.theme(), items());
  }

  List<ItemInForce> items() {
    return cases.stream().map(JointCase::item).toList();
  }

  /** The number of the next event. */
  int next() {
    return record.events().size() + 1;
  }

  /** Never before the last event: a clock that jumps back reorders nothing. */
  Instant now() {
    JointEvent last = record.events().get(record.events().size() - 1);
    return at.isBefore(last.at()) ? last.at() : at;
  }
}
