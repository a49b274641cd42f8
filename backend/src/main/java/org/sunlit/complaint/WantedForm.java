package org.sunlit.complaint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.complaint.ComplaintActs.Wanted;
import org.sunlit.complaint.rules.ComplaintAction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether what somebody wants done is said in full. */
final class WantedForm {
  /** Those that mean nothing without words. */
  private static final Set<ComplaintAction> SAID =
      EnumSet.of(
          ComplaintAction.REPLY,
          ComplaintAction.CONTRIBUTE,
          ComplaintAction.TRANSFER,
          ComplaintAction.RETURN,
          ComplaintAction.ASK_EXTENSION,
          ComplaintAction.REFUSE_EXTENSION,
          ComplaintAction.URGE,
          ComplaintAction.SUPERVISE);

  private WantedForm() {}

  /** The departments it names. */
  static List<String> departments(Wanted wanted) {
    return Stream.concat(Stream.ofNullable(wanted.department()), wanted.joint().stream())
        .distinct()
        .toList();
  }

  /** Fails with 422 and every field that is missing. */
  static void check(Wanted wanted) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (SAID.contains(wanted.action()) && wanted.words() == null) {
      wrong = wrong.at("/words", "field.not-blank");
    }
    switch (wanted.action()) {
      case SCREEN -> wrong = need(wrong, wanted.kind(), "/kind");
      case ASSIGN -> {
        wrong = need(wrong, wanted.department(), "/department");
        if (wanted.joint().contains(wanted.department())) {
          wrong = wrong.at("/joint", "complaint.lead-is-joint");
        }
      }
      case TRANSFER -> {
        wrong = need(wrong, wanted.department(), "/department");
        wrong = need(wrong, wanted.ground(), "/ground");
      }
      case RETURN -> wrong = need(wrong, wanted.ground(), "/ground");
      case ASK_EXTENSION -> wrong = need(wrong, wanted.days(), "/days");
      case GROUP -> wrong = need(wrong, wanted.under(), "/under");
      case TAKE_UP,
          CONTRIBUTE,
          GRANT_EXTENSION,
          REFUSE_EXTENSION,
          URGE,
          SUPERVISE,
          REPLY,
          CALL_BACK -> {
        // Words are all they take.
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private static Problem need(Problem wrong, Object value, String pointer) {
    return value == null ? wrong.at(pointer, "field.required") : wrong;
  }
}
