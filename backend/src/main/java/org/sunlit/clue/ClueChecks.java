package org.sunlit.clue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sunlit.clue.ClueActs.Wanted;
import org.sunlit.clue.CluePeople.Officer;
import org.sunlit.clue.rules.ClueAction;
import org.sunlit.clue.rules.ClueStanding;
import org.sunlit.clue.rules.Finding;
import org.sunlit.clue.rules.Finding.Flaw;
import org.sunlit.clue.rules.Outcome;
import org.sunlit.identity.Actor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether what is wanted is complete and can stand: everything that is wrong is said at once. */
@ApplicationScoped
class ClueChecks {
  /** What can't be done without words. */
  private static final Set<ClueAction> SAID =
      EnumSet.complementOf(EnumSet.of(ClueAction.DISPATCH, ClueAction.APPROVE, ClueAction.TAKE_UP));

  private final ClueSettings settings;

  ClueChecks(ClueSettings settings) {
    this.settings = settings;
  }

  /** Fails with 422 and every field that is missing or wrong. */
  void needSound(
      ClueStanding standing,
      Content content,
      Wanted wanted,
      List<Officer> officers,
      LocalDate today,
      Actor actor) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (SAID.contains(wanted.action()) && wanted.words() == null) {
      wrong = wrong.at("/words", "field.not-blank");
    }
    wrong =
        switch (wanted.action()) {
          case DISPATCH -> dispatch(wrong, content, wanted, officers, actor);
          case PROPOSE -> need(wrong, wanted.disposal(), "/disposal");
          case REPORT -> finding(wrong, standing, wanted.finding());
          case DECIDE -> decide(wrong, standing, wanted, today);
          case ENTER_WISH -> need(wrong, wanted.form(), "/form");
          case HAND_OVER,
              APPROVE,
              RETURN_PROPOSAL,
              ENTER_REPLY,
              TAKE_UP,
              AGREE,
              OBJECT,
              RETURN_REPORT,
              CLEAR,
              VISIT ->
              wrong;
        };
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private static Problem dispatch(
      Problem wrong, Content content, Wanted wanted, List<Officer> officers, Actor actor) {
    Problem found =
        officer(wrong, content, wanted.investigator(), "/investigator", officers, actor);
    found = officer(found, content, wanted.reviewer(), "/reviewer", officers, actor);
    return wanted.reviewer() != null && wanted.reviewer().equals(wanted.investigator())
        ? found.at("/reviewer", "clue.two-persons")
        : found;
  }

  private static Problem officer(
      Problem wrong,
      Content content,
      String account,
      String pointer,
      List<Officer> officers,
      Actor actor) {
    if (account == null) {
      return wrong.at(pointer, "field.required");
    }
    Officer named =
        officers.stream().filter(each -> each.account().equals(account)).findFirst().orElse(null);
    if (named == null || account.equals(actor.accountId())) {
      return wrong.at(pointer, "clue.officer");
    }
    return content.concern().bars(named.account(), named.department())
        ? wrong.at(pointer, "clue.officer-concerned")
        : wrong;
  }

  private Problem decide(Problem wrong, ClueStanding standing, Wanted wanted, LocalDate today) {
    Problem found = finding(wrong, standing, wanted.finding());
    Outcome outcome = wanted.finding() == null ? null : wanted.finding().outcome();
    boolean sanctioned = outcome == Outcome.SANCTIONED;
    if (wanted.letter() == null && (sanctioned || outcome == Outcome.CLEARED)) {
      found = found.at("/letter", "field.not-blank");
    }
    if (wanted.feedback() == null && standing.named()) {
      found = found.at("/feedback", "clue.feedback-needed");
    }
    if (sanctioned && (wanted.visitOn() == null || !wanted.visitOn().isAfter(today))) {
      found = found.at("/visitOn", "clue.visit-on");
    }
    return !sanctioned && wanted.visitOn() != null
        ? found.at("/visitOn", "clue.visit-without-need")
        : found;
  }

  private Problem finding(Problem wrong, ClueStanding standing, Finding finding) {
    if (finding == null) {
      return wrong.at("/outcome", "field.required");
    }
    Problem found = wrong;
    for (Flaw flaw : finding.flaws(settings.gravestSanction(), standing.somebody())) {
      found = flawed(found, flaw);
    }
    return found;
  }

  private static Problem flawed(Problem wrong, Flaw flaw) {
    return switch (flaw) {
      case SANCTION_MISSING -> wrong.at("/sanctions", "clue.sanction-missing");
      case SANCTION_WITHOUT_NEED -> wrong.at("/sanctions", "clue.sanction-without-need");
      case SANCTION_TOO_GRAVE -> wrong.at("/sanctions", "clue.sanction-too-grave");
      case SEVERAL_ADMINISTRATIVE -> wrong.at("/sanctions", "clue.several-administrative");
      case GROUND_MISSING -> wrong.at("/ground", "clue.ground-missing");
      case GROUND_WITHOUT_NEED -> wrong.at("/ground", "clue.ground-without-need");
      case NOBODY -> wrong.at("/outcome", "clue.nobody");
    };
  }

  private static Problem need(Problem wrong, Object value, String pointer) {
    return value == null ? wrong.at(pointer, "field.required") : wrong;
  }
}
