package org.sunlit.demo;

import java.util.List;
import java.util.Map;
import org.sunlit.platform.Coded;
import org.sunlit.rating.RatingCommand;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.Satisfaction;

/**
 * How people of the demonstration city rate.
 *
 * @param rated share of cases that are rated at all
 * @param grades how often each grade is given, by its code
 * @param detailed share of ratings that say more than the whole
 * @param withWords share of ratings with words
 * @param mayBeNamed share of bad ratings whose case the department may be told
 * @param words what people write, by the grade's code
 * @param place where the city's terminal stands
 */
record RatingHabits(
    double rated,
    Map<String, Double> grades,
    double detailed,
    double withWords,
    double mayBeNamed,
    Map<String, List<String>> words,
    String place,
    String placeEn) {

  /** What somebody says. */
  RatingCommand draw(Dice dice) {
    Satisfaction overall = grade(dice);
    boolean more = dice.happens(detailed);
    return new RatingCommand(
        new Grades(
            overall,
            more ? near(overall, dice) : null,
            more ? near(overall, dice) : null,
            more ? near(overall, dice) : null),
        dice.happens(withWords) ? dice.any(words.get(overall.code())) : null,
        overall == Satisfaction.NOT_SATISFIED && dice.happens(mayBeNamed));
  }

  private Satisfaction grade(Dice dice) {
    List<String> codes = grades.keySet().stream().sorted().toList();
    return Coded.of(Satisfaction.class, dice.weighted(codes, grades::get));
  }

  /** Mostly the same as the whole. */
  private Satisfaction near(Satisfaction overall, Dice dice) {
    return dice.happens(0.75) ? overall : Satisfaction.BASICALLY_SATISFIED;
  }
}
