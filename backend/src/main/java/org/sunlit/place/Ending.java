package org.sunlit.place;

import java.time.LocalDate;
import org.sunlit.place.rules.DelegationTerm;
import org.sunlit.place.rules.DelegationTerm.State;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * How what holds from day to day is ended before its time.
 *
 * @param lastDay the last day it holds; yesterday when it shall hold no more
 * @param why said by who ends it
 */
record Ending(LocalDate lastDay, String why) {
  /**
   * @throws Problem 422 without a reason, or for a day that is over
   */
  static Ending of(LocalDate lastDay, String why, LocalDate today) {
    if (why.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/why", "field.not-blank");
    }
    if (lastDay.isBefore(today.minusDays(1))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/lastDay", "place.day-past");
    }
    return new Ending(lastDay, why.strip());
  }

  /**
   * Checks that it shortens the term.
   *
   * @throws Problem 409 when that is over already, 422 when it would end by then anyway
   */
  void shortens(DelegationTerm term, LocalDate today) {
    State state = term.state(today);
    if (state == State.ENDED || state == State.EXPIRED) {
      throw Problem.of(ProblemType.CONFLICT).detail("staff.over-already");
    }
    if (term.lastDay() != null && !lastDay.isBefore(term.lastDay())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/lastDay", "place.ends-anyway");
    }
  }

  /**
   * Checks the days a term is to hold.
   *
   * @throws Problem 422 when it would end before it begins, or is over already
   */
  static void checkTerm(LocalDate from, LocalDate until, LocalDate today) {
    if (until != null && until.isBefore(from)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/until", "staff.until-before-from");
    }
    if (until != null && until.isBefore(today)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/until", "place.day-past");
    }
  }
}
