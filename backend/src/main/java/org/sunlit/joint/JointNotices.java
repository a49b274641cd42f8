package org.sunlit.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sunlit.casework.JointCase;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.problem.Localised;

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
    return notice(seen, "joint.missing", lacks, departments);
  }

  /** All cases are accepted. */
  static Notice started(JointSeen seen) {
    return notice(seen, "joint.started");
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
      case SUBMITTED, IN_CORRECTION, GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN, REVOKED -> false;
    };
  }

  private static Notice notice(JointSeen seen, String key, Object... said) {
    JointRecord record = seen.record();
    List<Object> args = new ArrayList<>();
    args.add(new Localised(record.themeName(), record.themeNameEn()));
    args.add(record.number());
    args.addAll(List.of(said));
    return new Notice(
        record.number(),
        "joint " + seen.next(),
        Topic.REQUIRED,
        NoticeText.of(key, args.toArray()),
        Reach.telephone(seen.cases().get(0).telephone()),
        null);
  }
}
