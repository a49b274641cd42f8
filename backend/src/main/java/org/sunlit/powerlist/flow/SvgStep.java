package org.sunlit.powerlist.flow;

/** Draws one step: its shape by kind, what is written in it, its number and its risk grade. */
final class SvgStep {
  private static final double BADGE = 9;

  private SvgStep() {}

  static void draw(
      SvgWriter svg, FlowDiagram.Node node, FlowSvg.Progress progress, FlowLanguage language) {
    boolean current = progress.isCurrent(node.id());
    boolean done = progress.isDone(node.id());
    svg.open("g", "data-step", node.id());
    if (current) {
      shape(svg, node, 4, "none", SvgLook.DEEP, 1.6);
    }
    shape(svg, node, 0, fill(node, current, done), line(node), current ? 2.2 : 1.4);
    text(svg, node, current);
    number(svg, node, done);
    if (node.grade() != null) {
      grade(svg, node.x() + node.width() - 18, node.y() - 7, node.grade());
    }
    if (current) {
      here(svg, node, language);
    }
    svg.close("g");
  }

  private static void shape(
      SvgWriter svg, FlowDiagram.Node node, double grow, String fill, String line, double thick) {
    double x = node.x() - grow;
    double y = node.y() - grow;
    double width = node.width() + 2 * grow;
    double height = node.height() + 2 * grow;
    if (node.kind() == StepKind.APPROVAL) {
      decision(svg, x, y, width, height, fill, line, thick);
    } else {
      double radius = isRound(node.kind()) ? Math.min(height / 2, 20 + grow) : 6 + grow;
      rectangle(svg, x, y, width, height, radius, fill, line, thick);
    }
  }

  static void rectangle(
      SvgWriter svg,
      double x,
      double y,
      double width,
      double height,
      double radius,
      String fill,
      String line,
      double thick) {
    svg.empty(
        "rect",
        "x",
        x,
        "y",
        y,
        "width",
        width,
        "height",
        height,
        "rx",
        radius,
        "fill",
        fill,
        "stroke",
        line,
        "stroke-width",
        thick);
  }

  static void decision(
      SvgWriter svg,
      double x,
      double y,
      double width,
      double height,
      String fill,
      String line,
      double thick) {
    double point = Math.min(StepCard.POINT, height / 2);
    svg.empty(
        "path",
        "d",
        "M"
            + SvgWriter.number(x + point)
            + " "
            + SvgWriter.number(y)
            + "H"
            + SvgWriter.number(x + width - point)
            + "L"
            + SvgWriter.number(x + width)
            + " "
            + SvgWriter.number(y + height / 2)
            + "L"
            + SvgWriter.number(x + width - point)
            + " "
            + SvgWriter.number(y + height)
            + "H"
            + SvgWriter.number(x + point)
            + "L"
            + SvgWriter.number(x)
            + " "
            + SvgWriter.number(y + height / 2)
            + "Z",
        "fill",
        fill,
        "stroke",
        line,
        "stroke-width",
        thick,
        "stroke-linejoin",
        "round");
  }

  private static void text(SvgWriter svg, FlowDiagram.Node node, boolean current) {
    boolean light = current || isDark(node.kind());
    double centre = node.x() + node.width() / 2;
    double height =
        node.nameLines().size() * StepCard.NAME_LINE
            + (node.detailLines().isEmpty() ? 0 : 2)
            + node.detailLines().size() * StepCard.DETAIL_LINE;
    double y = node.y() + (node.height() - height) / 2;
    svg.open("g", "text-anchor", "middle");
    for (String line : node.nameLines()) {
      svg.label(
          centre,
          y + 14.5,
          line,
          "font-size",
          "14",
          "font-weight",
          "700",
          "fill",
          light ? SvgLook.WHITE : SvgLook.INK);
      y += StepCard.NAME_LINE;
    }
    y += 2;
    for (String line : node.detailLines()) {
      svg.label(centre, y + 11, line, "font-size", "11", "fill", light ? "#e6f0fa" : SvgLook.TEXT);
      y += StepCard.DETAIL_LINE;
    }
    svg.close("g");
  }

  private static void number(SvgWriter svg, FlowDiagram.Node node, boolean done) {
    if (node.number() == 0 && !done) {
      return;
    }
    double x =
        node.x()
            + switch (node.kind()) {
              case APPROVAL -> StepCard.POINT;
              case CLOSURE, TERMINATION -> 8;
              default -> 6;
            };
    badge(
        svg,
        x,
        node.y() + (node.kind().isEnd() ? 1 : 0),
        node.number() == 0 ? "" : Integer.toString(node.number()));
    if (done) {
      double right = node.x() + 7;
      double low = node.y() + node.height();
      svg.empty("circle", "cx", right, "cy", low, "r", BADGE - 1, "fill", SvgLook.DEEP);
      svg.empty(
          "path",
          "d",
          "M"
              + SvgWriter.number(right - 3.6)
              + " "
              + SvgWriter.number(low + 0.2)
              + "l2.6 2.8l4.8-5.6",
          "fill",
          "none",
          "stroke",
          SvgLook.WHITE,
          "stroke-width",
          "1.8");
    }
  }

  static void badge(SvgWriter svg, double x, double y, String number) {
    if (number.isEmpty()) {
      return;
    }
    svg.empty(
        "circle",
        "cx",
        x,
        "cy",
        y,
        "r",
        BADGE,
        "fill",
        SvgLook.WHITE,
        "stroke",
        SvgLook.DEEP,
        "stroke-width",
        "1.4");
    svg.label(
        x,
        y + 4,
        number,
        "font-size",
        "11",
        "font-weight",
        "700",
        "text-anchor",
        "middle",
        "fill",
        SvgLook.DEEP);
  }

  static void grade(SvgWriter svg, double x, double y, RiskGrade grade) {
    rectangle(svg, x, y, 16, 14, 3, SvgLook.gradeFill(grade), SvgLook.gradeLine(grade), 1);
    svg.label(
        x + 8,
        y + 11,
        grade.name(),
        "font-size",
        "10.5",
        "font-weight",
        "700",
        "text-anchor",
        "middle",
        "fill",
        SvgLook.gradeText(grade));
  }

  private static void here(SvgWriter svg, FlowDiagram.Node node, FlowLanguage language) {
    String text = language.pick("当前环节", "now here");
    double width = Math.ceil(TextMeasure.width(text, 10, true)) + 12;
    double x = node.x() + node.width() - width + 4;
    double y = node.y() + node.height() - 4;
    rectangle(svg, x, y, width, 16, 8, SvgLook.WHITE, SvgLook.DEEP, 1.4);
    svg.label(
        x + width / 2,
        y + 11.5,
        text,
        "font-size",
        "10",
        "font-weight",
        "700",
        "text-anchor",
        "middle",
        "fill",
        SvgLook.DEEP);
  }

  private static String fill(FlowDiagram.Node node, boolean current, boolean done) {
    if (current || isDark(node.kind())) {
      return SvgLook.DEEP;
    }
    if (done) {
      return SvgLook.DONE;
    }
    return switch (node.kind()) {
      case APPROVAL -> SvgLook.DECISION;
      case TERMINATION -> SvgLook.WHITE;
      default -> SvgLook.CARD;
    };
  }

  private static String line(FlowDiagram.Node node) {
    return node.kind() == StepKind.TERMINATION ? SvgLook.SIDE_LINE : SvgLook.LINE;
  }

  static boolean isRound(StepKind kind) {
    return kind == StepKind.SUBMISSION || kind.isEnd();
  }

  private static boolean isDark(StepKind kind) {
    return kind == StepKind.SUBMISSION || kind == StepKind.CLOSURE;
  }
}
