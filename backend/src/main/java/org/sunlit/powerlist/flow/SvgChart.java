package org.sunlit.powerlist.flow;

import java.util.List;

/** Draws the chart itself: ways first, so that steps and their markers stand above them. */
final class SvgChart {
  private static final double CORNER = 6;
  private static final double FRAME_INSET = 8;
  private static final double ARROW_LONG = 8;
  private static final double ARROW_HALF = 3.6;

  private SvgChart() {}

  static void draw(
      SvgWriter svg,
      FlowDiagram diagram,
      FlowSvg.Progress progress,
      FlowLanguage language,
      double x,
      double y) {
    svg.open(
        "g", "transform", "translate(" + SvgWriter.number(x) + " " + SvgWriter.number(y) + ")");
    diagram.frames().forEach(frame -> frame(svg, frame));
    for (FlowDiagram.Edge edge : diagram.edges()) {
      way(svg, edge);
    }
    for (FlowDiagram.Node node : diagram.nodes()) {
      SvgStep.draw(svg, node, progress, language);
    }
    for (FlowDiagram.Edge edge : diagram.edges()) {
      label(svg, edge);
    }
    diagram.frames().forEach(frame -> title(svg, frame));
    svg.close("g");
  }

  /** A sub-process stands in a frame; its name above whatever leads in. */
  private static void frame(SvgWriter svg, FlowDiagram.Frame frame) {
    FlowDiagram.Box box = frame.box();
    svg.empty(
        "rect",
        "x",
        SvgWriter.number(box.x()),
        "y",
        SvgWriter.number(box.y()),
        "width",
        SvgWriter.number(box.width()),
        "height",
        SvgWriter.number(box.height()),
        "rx",
        SvgWriter.number(CORNER),
        "fill",
        "none",
        "stroke",
        SvgLook.QUIET,
        "stroke-width",
        "1",
        "stroke-dasharray",
        "2 2");
  }

  private static void title(SvgWriter svg, FlowDiagram.Frame frame) {
    FlowDiagram.Box box = frame.box();
    svg.label(
        box.x() + FRAME_INSET,
        box.y() + FrameTitle.SIZE + FRAME_INSET / 2,
        frame.title(),
        "font-size",
        SvgWriter.number(FrameTitle.SIZE),
        "font-weight",
        "600",
        "fill",
        SvgLook.DEEP);
  }

  private static void way(SvgWriter svg, FlowDiagram.Edge edge) {
    String colour =
        edge.isReturn() || edge.outcome().equals(FlowEdge.REJECT)
            ? SvgLook.SIDE_LINE
            : SvgLook.LINE;
    line(svg, edge.points(), colour, edge.isReturn());
  }

  /** A line with rounded corners and an arrowhead at its end. */
  static void line(SvgWriter svg, List<FlowDiagram.Point> points, String colour, boolean dashed) {
    FlowDiagram.Point end = points.get(points.size() - 1);
    FlowDiagram.Point before = points.get(points.size() - 2);
    double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
    double dx = length == 0 ? 0 : (end.x() - before.x()) / length;
    double dy = length == 0 ? 1 : (end.y() - before.y()) / length;
    FlowDiagram.Point base =
        new FlowDiagram.Point(end.x() - dx * ARROW_LONG, end.y() - dy * ARROW_LONG);
    if (dashed) {
      svg.empty(
          "path",
          "d",
          path(points, base),
          "fill",
          "none",
          "stroke",
          colour,
          "stroke-width",
          "1.4",
          "stroke-dasharray",
          "5 3.5");
    } else {
      svg.empty(
          "path", "d", path(points, base), "fill", "none", "stroke", colour, "stroke-width", "1.4");
    }
    svg.empty(
        "path",
        "d",
        "M"
            + at(end.x(), end.y())
            + "L"
            + at(base.x() - dy * ARROW_HALF, base.y() + dx * ARROW_HALF)
            + "L"
            + at(base.x() + dy * ARROW_HALF, base.y() - dx * ARROW_HALF)
            + "Z",
        "fill",
        colour);
  }

  private static String path(List<FlowDiagram.Point> points, FlowDiagram.Point end) {
    StringBuilder path = new StringBuilder();
    path.append('M').append(at(points.get(0).x(), points.get(0).y()));
    for (int place = 1; place < points.size() - 1; place++) {
      FlowDiagram.Point corner = points.get(place);
      FlowDiagram.Point in = toward(corner, points.get(place - 1));
      FlowDiagram.Point out = toward(corner, points.get(place + 1));
      path.append('L').append(at(in.x(), in.y()));
      path.append('Q').append(at(corner.x(), corner.y())).append(' ');
      path.append(at(out.x(), out.y()));
    }
    return path.append('L').append(at(end.x(), end.y())).toString();
  }

  private static FlowDiagram.Point toward(FlowDiagram.Point from, FlowDiagram.Point to) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return new FlowDiagram.Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  private static void label(SvgWriter svg, FlowDiagram.Edge edge) {
    if (edge.labelPosition() == null) {
      return;
    }
    FlowDiagram.Box box = edge.labelPosition();
    double y = box.y() + EdgeLabel.SIZE;
    for (String line : edge.labelLines()) {
      svg.label(
          box.x() + 1,
          y,
          line,
          "font-size",
          SvgWriter.number(EdgeLabel.SIZE),
          "fill",
          edge.isReturn() ? SvgLook.QUIET : SvgLook.DEEP);
      y += EdgeLabel.LINE;
    }
  }

  private static String at(double x, double y) {
    return SvgWriter.number(x) + " " + SvgWriter.number(y);
  }
}
