package org.sunlit.casework;

import org.sunlit.casework.rules.Bar;
import org.sunlit.casework.rules.Lack;
import org.sunlit.casework.rules.Ruling;
import org.sunlit.casework.rules.Standing;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Puts rulings into problems the reader can do something about. */
final class CaseTexts {
  private CaseTexts() {}

  static Problem impossible(Ruling.Impossible ruling, Standing standing) {
    return Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
        .detail(
            "case.impossible",
            new Localised(standing.state().zh(), standing.state().en()),
            new Localised(
                standing.currentStepName(FlowLanguage.ZH),
                standing.currentStepName(FlowLanguage.EN)))
        .possible(ruling.possible().stream().map(action -> action.code()).toList());
  }

  static Problem barred(Bar bar) {
    return Problem.of(ProblemType.SEPARATION_OF_DUTY).detail(key(bar));
  }

  /** Key of the text that says why somebody else has to do it. */
  static String key(Bar bar) {
    return "duty." + bar.key();
  }

  static Problem unacceptable(Ruling.Unacceptable ruling) {
    Problem problem = Problem.of(ProblemType.UNPROCESSABLE);
    boolean toldLate =
        ruling.lacks().stream().anyMatch(lack -> lack.code() == Lack.Code.NOT_TOLD_AT_FIRST);
    return (toldLate ? problem.detail("case.told-once") : problem)
        .with(ruling.lacks().stream().map(CaseTexts::field).toList());
  }

  private static FieldProblem field(Lack lack) {
    return new FieldProblem(
        lack.pointer(),
        "case." + lack.code().key(),
        lack.args().stream().map(Object.class::cast).toList());
  }
}
