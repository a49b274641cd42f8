package org.sunlit.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.sunlit.casework.JointCase;
import org.sunlit.notice.Notice;

/** What an applicant is told of the whole, once for all departments. Pure. */
final class JointNotices {
  /**
   * What a case that lacks nothing waits for while others of its joint application are corrected,
   * as its notice says: all go on together once the applicant has supplemented.
   */
  static final String WAITS = "材料齐全；联合申请中的其他事项需要补正，补正后一并受理。";

  private JointNotices() {}

  /** Everything that is missing, from all departments (一次性告知). */
  static Notice missing(JointSeen seen, long lacks, long departments) {
    return notice(
        seen,
        "需要补正%d项（%d个部门一次性告知），请凭联办编号和查询码查询，一次补齐。".formatted(lacks, departments),
        "lacks %d thing(s), told once for %d department(s); please look at the tracking page and hand them in."
            .formatted(lacks, departments));
  }

  /** All cases are accepted. */
  static Notice started(JointSeen seen) {
    return notice(
        seen,
        "全部事项已受理，各部门同步办理，期限见查询页。",
        "has been accepted in all its parts; every department has begun, and the tracking page has the dates.");
  }

  /** When the last of them is due, once all are accepted. */
  static Optional<Instant> lastDue(JointSeen seen) {
    boolean counted =
        seen.cases().stream()
            .filter(one -> one.state().open())
            .allMatch(one -> accepted(one) && one.dueAt().isPresent());
    return counted
        ? seen.cases().stream()
            .filter(one -> one.state().open())
            .flatMap(one -> one.dueAt().stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static boolean accepted(JointCase one) {
    return switch (one.state()) {
      case IN_PROGRESS, PAUSED -> true;
      case SUBMITTED, IN_CORRECTION, GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN -> false;
    };
  }

  private static Notice notice(JointSeen seen, String zh, String en) {
    JointRecord record = seen.record();
    String phone = seen.cases().get(0).telephone();
    String nameEn = record.themeNameEn() == null ? record.themeName() : record.themeNameEn();
    return new Notice(
        record.number(),
        phone.startsWith("1") ? phone : null,
        "您的联合申请“" + record.themeName() + "”（" + record.number() + "）" + zh,
        "Your joint application “" + nameEn + "” (" + record.number() + ") " + en);
  }
}
