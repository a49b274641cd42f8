package org.sunlit.supervision.card;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.card.rules.Thresholds;
import org.sunlit.supervision.card.rules.Thresholds.Talking;

/**
 * What a city decides about cards (红黄牌). The sources say that there are thresholds and not which:
 * these are Sunlit's own defaults ({@code docs/operations.md}).
 */
@ConfigMapping(prefix = "sunlit.supervision.card")
interface CardSettings {
  /** What a minor finding leads to: {@code warning}, {@code yellow} or {@code red}. */
  @WithDefault("WARNING")
  Colour minor();

  @WithDefault("YELLOW")
  Colour serious();

  @WithDefault("RED")
  Colour grave();

  /** So many warnings that stand make a yellow card. */
  @WithDefault("3")
  int warningsToYellow();

  /** Within this time. */
  @WithDefault("P30D")
  Duration warningsWithin();

  /** So many yellow cards that stand make a red one. */
  @WithDefault("3")
  int yellowsToRed();

  @WithDefault("P365D")
  Duration yellowsWithin();

  /** 效能扣分 for a warning, and so on. */
  @WithDefault("0")
  int warningPoints();

  @WithDefault("2")
  int yellowPoints();

  @WithDefault("6")
  int redPoints();

  /** Working days to explain or appeal. */
  @WithDefault("5")
  int answerDays();

  /** Working days to decide on an appeal. */
  @WithDefault("10")
  int decisionDays();

  /** Working days for the department to report what it has put right. */
  @WithDefault("10")
  int rectificationDays();

  /** Working days for the next report, when one isn't enough. */
  @WithDefault("5")
  int rectificationReturnDays();

  /** From this colour on, rectification is ordered as soon as the card takes effect (E6). */
  @WithDefault("YELLOW")
  Colour rectificationFrom();

  /** Working days to hold a talk. */
  @WithDefault("10")
  int talkDays();

  /** A person is talked to at so many points, */
  @WithDefault("6")
  int personPoints();

  /** or at so many cards, */
  @WithDefault("3")
  int personCards();

  /** A department's leader is talked to at so many points, */
  @WithDefault("12")
  int departmentPoints();

  /** or at so many cards, */
  @WithDefault("6")
  int departmentCards();

  /** within this time. */
  @WithDefault("P365D")
  Duration talkWithin();

  /** So many cards after a talk, within the same time, lead to accountability. */
  @WithDefault("2")
  int cardsAfterTalk();

  default Thresholds thresholds() {
    return new Thresholds(
        minor(),
        serious(),
        grave(),
        warningsToYellow(),
        warningsWithin(),
        yellowsToRed(),
        yellowsWithin(),
        Map.of(
            Colour.WARNING,
            warningPoints(),
            Colour.YELLOW,
            yellowPoints(),
            Colour.RED,
            redPoints()),
        new Talking(personPoints(), personCards(), talkWithin()),
        new Talking(departmentPoints(), departmentCards(), talkWithin()),
        cardsAfterTalk());
  }
}
