package org.sunlit.joint;

import java.time.Instant;
import java.util.List;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointStanding;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.privacy.DataKey;

/**
 * A joint application as it is stored: what never changes, and its events.
 *
 * @param theme the version it began on
 * @param regionCode where it is about, for all its cases
 * @param codeHash hash of its tracking code
 * @param project whose phase it is (B15); null when it is none's
 * @param cases the cases it began, in the theme's order
 * @param key what was said with its events is sealed with; null when that has been deleted
 */
record JointRecord(
    String number,
    String themeCode,
    String themeName,
    String themeNameEn,
    JointTheme theme,
    DepartmentRef lead,
    String regionCode,
    byte[] codeHash,
    String applicantMasked,
    Instant submittedAt,
    OfProject project,
    List<Member> cases,
    List<JointEvent> events,
    DataKey key) {

  /** A case it began. */
  record Member(String caseNumber, String itemCode, String departmentCode) {}

  /** An investment project, by its code and its name. */
  record OfProject(String code, String name) {}

  JointRecord {
    cases = List.copyOf(cases);
    events = List.copyOf(events);
  }

  JointStanding standing() {
    return JointStanding.of(events);
  }

  List<String> caseNumbers() {
    return cases.stream().map(Member::caseNumber).toList();
  }

  List<String> itemCodes() {
    return cases.stream().map(Member::itemCode).toList();
  }
}
