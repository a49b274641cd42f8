package org.sunlit.powerlist;

import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowSvg;

/** What a printed flowchart says above the chart: the item, its department, its limits (A14). */
final class FlowHeadings {
  private FlowHeadings() {}

  static FlowSvg.Heading of(ItemQueries.FlowOf item, FlowLanguage language) {
    boolean english = language == FlowLanguage.EN;
    return new FlowSvg.Heading(
        english && item.nameEn() != null ? item.nameEn() : item.name(),
        english && item.departmentNameEn() != null
            ? item.departmentNameEn()
            : item.departmentName(),
        line(item, english));
  }

  private static String line(ItemQueries.FlowOf item, boolean english) {
    StringBuilder line = new StringBuilder();
    if (item.promised() != null) {
      line.append(english ? "Promised " : "承诺时限 ").append(words(item.promised(), english));
    }
    if (item.statutory() != null) {
      line.append(line.length() == 0 ? "" : "  ·  ")
          .append(english ? "Statutory " : "法定时限 ")
          .append(words(item.statutory(), english));
    }
    return line.length() == 0 ? null : line.toString();
  }

  private static String words(Limit limit, boolean english) {
    if (limit.amount() == 0) {
      return english ? "same day" : "当日";
    }
    String plural = limit.amount() == 1 ? "" : "s";
    return limit.amount()
        + switch (limit.unit()) {
          case WORKING_DAYS -> english ? " working day" + plural : "个工作日";
          case CALENDAR_DAYS -> english ? " calendar day" + plural : "日";
          case HOURS -> english ? " hour" + plural : "小时";
        };
  }
}
