package org.sunlit.supervision.centre.rules;

/**
 * Something that counts in a report. The numbers are of cases that ended; null where there is
 * nothing to be in time for, or the applicant took the case back, which says nothing of handling.
 *
 * @param onTime whether it ended by its deadline 按时办结
 * @param early whether it ended on a day before that of its deadline 提前办结
 * @param once whether it was never sent back for correction or returned 一次办结
 * @param days counting days that it took, without those it stood still 办理用时
 */
public record Fact(Kind kind, Boolean onTime, Boolean early, Boolean once, Integer days) {
  /** What happened. */
  public enum Kind {
    RECEIVED("received"),
    CORRECTED("corrected"),
    RETURNED("returned"),
    ENDED("ended");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The name the database uses. */
    public String code() {
      return code;
    }
  }

  static Fact of(Kind kind) {
    return new Fact(kind, null, null, null, null);
  }
}
