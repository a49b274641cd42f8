package org.sunlit.supervision.rules;

/**
 * What a city sets of its rules.
 *
 * @param remindWorkingDays how many working days before a deadline a reminder comes, 1 to 3
 * @param manyReturns so often sent back is too often (反复退回)
 * @param manyNotices so many notices of correction are too many (反复补正)
 * @param manyPauses so many pauses are too many
 * @param longestPauseDays after so many days a pause is looked into
 * @param patterns see {@link Patterns}
 * @param outside see {@link Outside}
 */
public record Parameters(
    int remindWorkingDays,
    int manyReturns,
    int manyNotices,
    int manyPauses,
    int longestPauseDays,
    Patterns patterns,
    Outside outside) {
  /** What is right for most. */
  public static final Parameters USUAL =
      new Parameters(1, 3, 3, 3, 60, new Patterns(60, 5, 30, 6, 10, 70), new Outside(5, 20, 30));

  /**
   * What makes a pattern (廉政预警, F3).
   *
   * @param hurriedSeconds passed on sooner than this, nobody can have looked
   * @param hurriedTimes so often on one day
   * @param days within so many days, for the other two
   * @param sameApplicantTimes so many cases of one applicant
   * @param turnedAwayTimes so many sent back or refused
   * @param turnedAwayPercent and so many of a hundred
   */
  public record Patterns(
      int hurriedSeconds,
      int hurriedTimes,
      int days,
      int sameApplicantTimes,
      int turnedAwayTimes,
      int turnedAwayPercent) {}

  /**
   * On what happens outside cases: ratings and windows.
   *
   * @param coercedTimes so many ratings of a month with signs of coercion
   * @param coercedPercent and so many of a hundred
   * @param unattendedMinutes so long nobody was at a window in its hours
   */
  public record Outside(int coercedTimes, int coercedPercent, int unattendedMinutes) {}
}
