package org.sunlit.casework;

import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.Optional;
import org.sunlit.casework.rules.Bar;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What the database says when it keeps duties apart itself (V13): reached only when an account
 * changed while a command was under way, and then told in the same words as the rules'.
 */
final class DutyRefusals {
  private static final Map<String, Bar> BARS =
      Map.of(
          "duty_supervises", Bar.SUPERVISES,
          "duty_own_case", Bar.OWN_CASE,
          "duty_accepted_it", Bar.ACCEPTED_IT,
          "case_event_two_persons", Bar.ASKED_FOR_IT);
  private static final String NO_LONGER_STAFF = "duty_works";

  private DutyRefusals() {}

  static boolean known(Throwable failure) {
    return constraint(failure)
        .filter(name -> BARS.containsKey(name) || name.equals(NO_LONGER_STAFF))
        .isPresent();
  }

  static Problem problem(Throwable failure) {
    return constraint(failure)
        .map(BARS::get)
        .map(CaseTexts::barred)
        .orElseGet(() -> Problem.of(ProblemType.FORBIDDEN));
  }

  private static Optional<String> constraint(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused) {
        return Optional.ofNullable(refused.getConstraint());
      }
    }
    return Optional.empty();
  }
}
