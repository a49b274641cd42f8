package org.sunlit.rating.rules;

import java.util.Optional;

/**
 * A department's ratings of a month.
 *
 * @param casesEnded how many of its cases ended in the month
 * @param efficiency null where there is nothing to show, as the other two
 */
public record DepartmentTally(
    String code,
    String name,
    String nameEn,
    int casesEnded,
    Tally overall,
    Tally efficiency,
    Tally attitude,
    Tally quality) {

  /**
   * As everybody may read it; empty when so few came together that somebody could be found out. No
   * sum over departments is shown, for what is left out could be had from it.
   */
  public Optional<DepartmentTally> published(int minimum) {
    return overall.ifEnough(minimum) == null
        ? Optional.empty()
        : Optional.of(
            new DepartmentTally(
                code,
                name,
                nameEn,
                casesEnded,
                overall,
                efficiency.ifEnough(minimum),
                attitude.ifEnough(minimum),
                quality.ifEnough(minimum)));
  }
}
