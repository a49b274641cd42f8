package org.sunlit.powerlist.flow;

import org.sunlit.calendar.Limit;

/** Time limits (期限) in words, for whoever reads a flowchart. */
public final class LimitWords {
  private LimitWords() {}

  /** A limit in words: {@code 3个工作日}, {@code 3 working days}; zero is the same day. */
  public static String text(Limit limit, FlowLanguage language) {
    if (limit.amount() == 0) {
      return language.pick("当日", "same day");
    }
    String plural = limit.amount() == 1 ? "" : "s";
    return limit.amount()
        + switch (limit.unit()) {
          case WORKING_DAYS -> language.pick("个工作日", " working day" + plural);
          case CALENDAR_DAYS -> language.pick("日", " calendar day" + plural);
          case HOURS -> language.pick("小时", " hour" + plural);
        };
  }
}
