package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The column beside the chart: every integrity risk with its measure, step by step (F3). */
final class SvgNotes {
  private static final double SIZE = 11;
  private static final double STEP_SIZE = 12;
  private static final double LINE = 16;
  private static final double INDENT = 26;
  private static final double HEAD = 30;
  private static final double BETWEEN = 9;
  private static final double BETWEEN_RISKS = 3;

  /** One risk with its measure, in lines. */
  private record Risk(RiskGrade grade, List<String> risk, List<String> measure) {
    double height() {
      return LINE * (risk.size() + measure.size()) + BETWEEN_RISKS;
    }
  }

  /** What is noted about one step, and where its step begins in the chart. */
  private record Note(String number, List<String> step, double wish, List<Risk> risks) {
    double height() {
      return LINE * step.size() + risks.stream().mapToDouble(Risk::height).sum() + BETWEEN;
    }
  }

  private final List<Note> notes = new ArrayList<>();
  private final double width;
  private final double scale;
  private final FlowLanguage language;

  /** Notes for a column of this width, written this many times larger than the chart's details. */
  SvgNotes(
      FlowDefinition flow, FlowDiagram diagram, double width, double scale, FlowLanguage language) {
    this.width = width;
    this.scale = scale;
    this.language = language;
    for (FlowDiagram.Node node : diagram.nodes()) {
      List<Risk> risks =
          flow.step(node.id()).risks().stream()
              .map(point -> risk(point, width / scale - INDENT, language))
              .toList();
      if (!risks.isEmpty()) {
        notes.add(
            new Note(
                node.number() == 0 ? "" : Integer.toString(node.number()),
                TextMeasure.fill(
                    language.pick(node.name(), node.nameEn()),
                    STEP_SIZE,
                    true,
                    width / scale - INDENT),
                node.y() / scale - 8,
                risks));
      }
    }
    notes.sort(Comparator.comparingDouble(Note::wish));
  }

  boolean isEmpty() {
    return notes.isEmpty();
  }

  double width() {
    return width;
  }

  /** How high the column is when its notes stand close together. */
  double height() {
    return scale * unscaledHeight();
  }

  private double unscaledHeight() {
    return isEmpty() ? 0 : HEAD + notes.stream().mapToDouble(Note::height).sum();
  }

  /** Draws each note beside its step as far as the others leave room. */
  void draw(SvgWriter svg, double left, double top, double height) {
    if (isEmpty()) {
      return;
    }
    svg.open(
        "g",
        "transform",
        "translate("
            + SvgWriter.number(left)
            + " "
            + SvgWriter.number(top)
            + ") scale("
            + SvgWriter.number(scale)
            + ")");
    draw(svg, places(height / scale));
    svg.close("g");
  }

  private void draw(SvgWriter svg, double[] places) {
    int last = notes.size() - 1;
    svg.empty(
        "path",
        "d",
        "M-16 4v" + SvgWriter.number(places[last] + notes.get(last).height() - BETWEEN - 4),
        "stroke",
        SvgLook.HAIR,
        "stroke-width",
        "1");
    svg.label(
        0,
        15,
        language.pick("廉政风险点与防控措施", "Integrity risks and safeguards"),
        "font-size",
        "13.5",
        "font-weight",
        "700",
        "fill",
        SvgLook.INK);
    for (int place = 0; place < notes.size(); place++) {
      draw(svg, notes.get(place), 0, places[place]);
    }
  }

  private double[] places(double height) {
    double[] places = new double[notes.size()];
    double free = HEAD;
    for (int place = 0; place < places.length; place++) {
      places[place] = Math.max(free, notes.get(place).wish());
      free = places[place] + notes.get(place).height();
    }
    double end = Math.max(height, unscaledHeight()) + BETWEEN;
    for (int place = places.length - 1; place >= 0; place--) {
      end = Math.min(places[place], end - notes.get(place).height());
      places[place] = end;
    }
    return places;
  }

  private static void draw(SvgWriter svg, Note note, double x, double top) {
    SvgStep.badge(svg, x + 9, top + 8, note.number());
    double y = top;
    for (String line : note.step()) {
      svg.label(
          x + INDENT, y + 12.5, line, "font-size", "12", "font-weight", "700", "fill", SvgLook.INK);
      y += LINE;
    }
    y += 2;
    for (Risk risk : note.risks()) {
      SvgStep.grade(svg, x + 1, y + 1.5, risk.grade());
      y = lines(svg, risk.risk(), x, y, SvgLook.INK);
      y = lines(svg, risk.measure(), x, y, SvgLook.TEXT) + BETWEEN_RISKS;
    }
  }

  private static double lines(
      SvgWriter svg, List<String> lines, double x, double top, String colour) {
    double y = top;
    for (String line : lines) {
      svg.label(x + INDENT, y + 12, line, "font-size", "11", "fill", colour);
      y += LINE;
    }
    return y;
  }

  private static Risk risk(RiskPoint point, double room, FlowLanguage language) {
    return new Risk(
        point.grade(),
        TextMeasure.fill(language.pick("风险：", "Risk: ") + point.risk(language), SIZE, false, room),
        TextMeasure.fill(
            language.pick("防控：", "Safeguard: ") + point.measure(language), SIZE, false, room));
  }
}
