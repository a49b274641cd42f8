package org.sunlit.powerlist.flow;

import java.util.List;

/**
 * The lines above a chart: title, department, one more, and whether the flow is only the standard.
 */
final class SvgHeading {
  private static final double TITLE_SIZE = 21;
  private static final double TITLE_LINE = 29;
  private static final double LINE = 19;

  private final FlowSvg.Heading heading;
  private final String title;
  private final String standard;

  SvgHeading(FlowDefinition flow, FlowSvg.Heading heading, FlowLanguage language) {
    this.heading = heading;
    this.title =
        heading.title() == null
            ? flow.name(language)
            : heading.title() + language.pick("流程图", " – flowchart");
    this.standard =
        FlowDefinition.STANDARD.equals(flow.origin())
            ? language.pick(
                "本类职权标准流程（部门尚未公布自有流程）",
                "Standard flow of this kind of power: the department has published none of its own")
            : null;
  }

  String title() {
    return title;
  }

  double height(double width) {
    int lines =
        lines(heading.department(), 13, width).size()
            + lines(heading.line(), 12, width).size()
            + lines(standard, 11, width).size();
    return titleLines(width).size() * TITLE_LINE + lines * LINE + 24;
  }

  void draw(SvgWriter svg, double centre, double top, double width) {
    svg.open("g", "text-anchor", "middle");
    double y = top;
    for (String line : titleLines(width)) {
      y += TITLE_LINE;
      svg.label(centre, y - 8, line, "font-size", "21", "font-weight", "700", "fill", SvgLook.INK);
    }
    y = draw(svg, centre, y, lines(heading.department(), 13, width), "13", SvgLook.TEXT);
    y = draw(svg, centre, y, lines(heading.line(), 12, width), "12", SvgLook.TEXT);
    y = draw(svg, centre, y, lines(standard, 11, width), "11", SvgLook.QUIET);
    svg.close("g");
    svg.empty(
        "path",
        "d",
        "M"
            + SvgWriter.number(centre - width / 2)
            + " "
            + SvgWriter.number(y + 10)
            + "h"
            + SvgWriter.number(width),
        "stroke",
        SvgLook.LINE,
        "stroke-width",
        "1.2");
  }

  private static double draw(
      SvgWriter svg, double centre, double top, List<String> lines, String size, String colour) {
    double y = top;
    for (String line : lines) {
      svg.label(centre, y + LINE - 5, line, "font-size", size, "fill", colour);
      y += LINE;
    }
    return y;
  }

  private static List<String> lines(String text, double size, double width) {
    return text == null ? List.of() : TextMeasure.wrap(text, size, false, width);
  }

  private List<String> titleLines(double width) {
    return TextMeasure.wrap(title, TITLE_SIZE, true, width);
  }
}
