package org.sunlit.inspection.rules;

import java.time.Instant;

/**
 * Something that happened to an inspection, which is the fold of its acts and of nothing else.
 * Words that were said are kept apart, sealed.
 */
public sealed interface InspectionAct {
  /** When, by the city's clock. */
  Instant at();

  /** The account that did it. */
  String by();

  /** 登记. */
  record Recorded(Instant at, String by) implements InspectionAct {}

  /**
   * 下达 to the department.
   *
   * @param days working days to put right what was found 责令整改; null when nothing is asked for
   */
  record Released(Instant at, String by, Integer days) implements InspectionAct {}

  /** The department says what it has put right. */
  record Answered(Instant at, String by) implements InspectionAct {}

  /**
   * It isn't enough, and goes back.
   *
   * @param days working days for the next answer
   */
  record Returned(Instant at, String by, int days) implements InspectionAct {}

  /** 验收. */
  record Accepted(Instant at, String by) implements InspectionAct {}
}
