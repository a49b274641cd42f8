package org.sunlit.powerlist;

import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowSvg;
import org.sunlit.powerlist.flow.LimitWords;

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
        line(item, language));
  }

  private static String line(ItemQueries.FlowOf item, FlowLanguage language) {
    StringBuilder line = new StringBuilder();
    if (item.promised() != null) {
      line.append(language.pick("承诺时限 ", "Promised "))
          .append(LimitWords.text(item.promised(), language));
    }
    if (item.statutory() != null) {
      line.append(line.length() == 0 ? "" : "  ·  ")
          .append(language.pick("法定时限 ", "Statutory "))
          .append(LimitWords.text(item.statutory(), language));
    }
    return line.length() == 0 ? null : line.toString();
  }
}
