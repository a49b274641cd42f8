package org.sunlit.supervision.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sunlit.supervision.rules.HandlerPicture.Handled;

/**
 * Unusual patterns against a grave integrity risk (F3). None of them proves anything: each asks
 * somebody to look, and the handler to explain.
 */
final class PatternRules {
  private static final String HURRIED = "pattern.hurried";
  private static final String SAME_APPLICANT = "pattern.same-applicant";
  private static final String TURNED_AWAY = "pattern.turned-away";
  private static final Duration DAY = Duration.ofDays(1);
  private static final int PERCENT = 100;

  private PatternRules() {}

  static List<PatternRule> all(RuleBook.Words words, Parameters.Patterns set) {
    return List.of(
        new PatternRule(
            words.of(HURRIED),
            Map.of("seconds", set.hurriedSeconds(), "times", set.hurriedTimes()),
            handler -> hurried(handler, set)),
        new PatternRule(
            words.of(SAME_APPLICANT),
            Map.of("days", set.days(), "times", set.sameApplicantTimes()),
            handler -> sameApplicant(handler, set)),
        new PatternRule(
            words.of(TURNED_AWAY),
            Map.of(
                "days", set.days(),
                "times", set.turnedAwayTimes(),
                "percent", set.turnedAwayPercent()),
            handler -> turnedAway(handler, set)));
  }

  /** Passed on within moments, again and again on one day: nobody can have looked (审查流于形式). */
  private static List<Handled> hurried(HandlerPicture handler, Parameters.Patterns set) {
    List<Handled> acts =
        handler.within(DAY, HURRIED).stream()
            .filter(act -> act.seconds() != null && act.seconds() < set.hurriedSeconds())
            .toList();
    return many(acts, handler.newest(), set.hurriedTimes());
  }

  /** Always the same applicant who gets what they want from the same hand (利益输送). */
  private static List<Handled> sameApplicant(HandlerPicture handler, Parameters.Patterns set) {
    String applicant = handler.newest().applicant();
    List<Handled> acts =
        handler.within(Duration.ofDays(set.days()), SAME_APPLICANT).stream()
            .filter(act -> applicant != null && Objects.equals(applicant, act.applicant()))
            .filter(Handled::favours)
            .toList();
    long cases = acts.stream().map(Handled::caseNumber).distinct().count();
    return cases < set.sameApplicantTimes() ? List.of() : many(acts, handler.newest(), 1);
  }

  /** Most are sent back or refused (故意刁难, E18). */
  private static List<Handled> turnedAway(HandlerPicture handler, Parameters.Patterns set) {
    List<Handled> all = handler.within(Duration.ofDays(set.days()), TURNED_AWAY);
    List<Handled> away = all.stream().filter(Handled::turnedAway).toList();
    boolean most = away.size() * PERCENT >= all.size() * set.turnedAwayPercent();
    return most ? many(away, handler.newest(), set.turnedAwayTimes()) : List.of();
  }

  /** These acts, if they are enough and the newest completes them. */
  private static List<Handled> many(List<Handled> acts, Handled newest, int enough) {
    return acts.size() >= enough && acts.contains(newest) ? acts : List.of();
  }
}
