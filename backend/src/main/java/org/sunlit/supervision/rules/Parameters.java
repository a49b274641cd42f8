package org.sunlit.supervision.rules;

/**
 * What a city sets of its rules.
 *
 * @param remindWorkingDays how many working days before a deadline a reminder comes, 1 to 3
 * @param manyReturns so often sent back is too often (反复退回)
 * @param manyNotices so many notices of correction are too many (反复补正)
 * @param manyPauses so many pauses are too many
 * @param longestPauseDays after so many days a pause is looked into
 */
public record Parameters(
    int remindWorkingDays, int manyReturns, int manyNotices, int manyPauses, int longestPauseDays) {
  /** What is right for most. */
  public static final Parameters USUAL = new Parameters(1, 3, 3, 3, 60);
}
