package org.sunlit.demo;

import java.util.List;

/**
 * What will befall a case of the demonstration city, drawn when it begins.
 *
 * @param late one of its steps takes longer than its limit
 */
record Story(
    Pace pace,
    boolean correction,
    boolean notAccepted,
    boolean refused,
    boolean withdrawn,
    boolean returned,
    boolean late) {

  static Story draw(Dice dice, DemoHabits habits, String itemCode, String departmentCode) {
    DemoHabits.Chances chances = habits.chances();
    return new Story(
        dice.weighted(List.of(Pace.values()), habits.paceShares()::get),
        dice.happens(chances.correctionRequested()),
        dice.happens(chances.notAccepted()),
        dice.happens(habits.refusalChance(itemCode)),
        dice.happens(chances.withdrawn()),
        dice.happens(chances.returned()),
        dice.happens(habits.latenessChance(departmentCode)));
  }
}
