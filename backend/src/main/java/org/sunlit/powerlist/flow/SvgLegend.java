package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.List;

/** The legend: only what really occurs in the chart, in as many rows as it needs. */
final class SvgLegend {
  private static final double ROW = 24;
  private static final double SIGN = 30;
  private static final double GRADE = 19;
  private static final double AFTER = 16;
  private static final double SIZE = 11;

  /** How one sign is drawn, with its left edge and its middle height. */
  private interface Sign {
    void draw(SvgWriter svg, double x, double y);
  }

  private record Entry(Sign sign, String text, double signWidth) {
    double width() {
      return signWidth + 6 + TextMeasure.width(text, SIZE, false) + AFTER;
    }
  }

  private final List<List<Entry>> rows = new ArrayList<>();
  private final double width;

  SvgLegend(FlowDefinition flow, FlowSvg.Progress progress, double width, FlowLanguage language) {
    this.width = width;
    List<Entry> entries = entries(flow, progress, language);
    double used = Double.MAX_VALUE;
    for (Entry entry : entries) {
      if (used + entry.width() > width) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.get(rows.size() - 1).add(entry);
      used += entry.width();
    }
  }

  double height() {
    return rows.size() * ROW + 14;
  }

  void draw(SvgWriter svg, double left, double top) {
    svg.empty(
        "path",
        "d",
        "M" + SvgWriter.number(left) + " " + SvgWriter.number(top) + "h" + SvgWriter.number(width),
        "stroke",
        SvgLook.HAIR,
        "stroke-width",
        "1");
    double y = top + 10 + ROW / 2;
    for (List<Entry> row : rows) {
      double x = left + (width - row.stream().mapToDouble(Entry::width).sum() + AFTER) / 2;
      for (Entry entry : row) {
        entry.sign().draw(svg, x, y);
        svg.label(
            x + entry.signWidth() + 6,
            y + 4,
            entry.text(),
            "font-size",
            SvgWriter.number(SIZE),
            "fill",
            SvgLook.TEXT);
        x += entry.width();
      }
      y += ROW;
    }
  }

  private static List<Entry> entries(
      FlowDefinition flow, FlowSvg.Progress progress, FlowLanguage language) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        entry(
            (svg, x, y) -> box(svg, x, y, 8, SvgLook.DEEP, SvgLook.LINE),
            language.pick("开始、办结", "start, closed")));
    entries.add(
        entry(
            (svg, x, y) -> box(svg, x, y, 3, SvgLook.CARD, SvgLook.LINE),
            language.pick("环节", "step")));
    if (has(flow, StepKind.APPROVAL)) {
      entries.add(
          entry(
              (svg, x, y) ->
                  SvgStep.decision(svg, x, y - 8, SIGN, 16, SvgLook.DECISION, SvgLook.LINE, 1.4),
              language.pick("决定", "decision")));
    }
    if (has(flow, StepKind.TERMINATION)) {
      entries.add(
          entry(
              (svg, x, y) -> box(svg, x, y, 8, SvgLook.WHITE, SvgLook.SIDE_LINE),
              language.pick("终止", "ended")));
    }
    if (flow.edges().stream().anyMatch(FlowEdge::isReturn)) {
      entries.add(
          entry(
              (svg, x, y) ->
                  SvgChart.line(
                      svg,
                      List.of(new FlowDiagram.Point(x, y), new FlowDiagram.Point(x + SIGN, y)),
                      SvgLook.SIDE_LINE,
                      true),
              language.pick("退回", "return")));
    }
    List<RiskGrade> grades =
        flow.steps().stream()
            .flatMap(step -> step.risks().stream())
            .map(RiskPoint::grade)
            .distinct()
            .sorted()
            .toList();
    if (!grades.isEmpty()) {
      entries.add(
          new Entry(
              (svg, x, y) -> {
                for (int place = 0; place < grades.size(); place++) {
                  SvgStep.grade(svg, x + place * GRADE, y - 7, grades.get(place));
                }
              },
              language.pick("廉政风险等级，A最高", "integrity risk, A the gravest"),
              grades.size() * GRADE - 3));
    }
    if (progress.isShown()) {
      entries.add(
          entry(
              (svg, x, y) -> box(svg, x, y, 3, SvgLook.DONE, SvgLook.LINE),
              language.pick("已办", "done")));
    }
    return entries;
  }

  private static void box(
      SvgWriter svg, double x, double y, double radius, String fill, String line) {
    SvgStep.rectangle(svg, x, y - 8, SIGN, 16, radius, fill, line, 1.4);
  }

  private static Entry entry(Sign sign, String text) {
    return new Entry(sign, text, SIGN);
  }

  private static boolean has(FlowDefinition flow, StepKind kind) {
    return flow.steps().stream().anyMatch(step -> step.kind() == kind);
  }
}
