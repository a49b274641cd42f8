package org.sunlit.casework;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.casework.rules.Bar;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What the database says when it keeps duties apart itself (V13): reached only when an account
 * changed while a command was under way, and then told in the same words as the rules'. What
 * refuses is named in the message, which is all that is left of it here.
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
    return !(failure instanceof Problem) && refusal(failure).isPresent();
  }

  static Problem problem(Throwable failure) {
    return refusal(failure)
        .map(BARS::get)
        .map(CaseTexts::barred)
        .orElseGet(() -> Problem.of(ProblemType.CONFLICT).detail("duty.works"));
  }

  /** Which duty it is that refuses; empty for who doesn't work here any more. */
  static Optional<Bar> bar(Throwable failure) {
    return refusal(failure).map(BARS::get);
  }

  private static Optional<String> refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String said = cause.getMessage();
      if (said != null) {
        Optional<String> named =
            Stream.concat(BARS.keySet().stream(), Stream.of(NO_LONGER_STAFF))
                .filter(said::contains)
                .findFirst();
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return Optional.empty();
  }
}
