package org.sunlit.supervision.work.rules;

import org.sunlit.platform.Coded;

/** What is counted of work (C11–C13, L5, L7), and which cases are behind it. */
public enum Figure implements Coded {
  /** 收件: handed in to a department; accepted by a person. */
  RECEIVED("received"),
  /** 作出决定, 不予受理 among them. */
  DECIDED("decided"),
  /** 办结, however it ended. */
  CLOSED("closed"),
  /** 按时率: of what had a limit. */
  ON_TIME("onTime"),
  /** 提前办结率: of what had a limit, on a day before the last. */
  EARLY("early"),
  /** 一次办结率: of what was finished, without correction and return. */
  ONE_TIME("oneTime"),
  /** 平均办理时长: the working time of what was finished. */
  WORKING_TIME("workingTime"),
  /** 退回: how often; the cases are those that were returned. */
  RETURNS("returns"),
  /** 超时: of what had a limit. */
  OVERTIME("overtime");

  private final String code;

  Figure(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether the case stands behind the figure: in its denominator. */
  public boolean includes(Share share) {
    return switch (this) {
      case RECEIVED -> share.received();
      case DECIDED -> share.decided();
      case CLOSED -> share.closed();
      case ON_TIME, EARLY, OVERTIME -> share.onTime() != null;
      case ONE_TIME, WORKING_TIME -> share.worked();
      case RETURNS -> share.worked() || share.returns() > 0;
    };
  }

  /** Whether it is in the numerator too; only of cases that are included. */
  public boolean counts(Share share) {
    return switch (this) {
      case RECEIVED, DECIDED, CLOSED, WORKING_TIME -> true;
      case ON_TIME -> share.onTime();
      case EARLY -> share.early();
      case ONE_TIME -> share.oneTime();
      case RETURNS -> share.returns() > 0;
      case OVERTIME -> !share.onTime();
    };
  }
}
