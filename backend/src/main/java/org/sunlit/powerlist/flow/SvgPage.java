package org.sunlit.powerlist.flow;

/**
 * An A4 page with heading, chart, notes and legend on it. Its units are pixels of the chart: the
 * smaller the page in them, the larger everything is printed.
 */
final class SvgPage {
  private static final double A4 = 297.0 / 210;
  private static final double NARROWEST = 540;
  private static final double WIDEST = 20_000;
  private static final double STEP = 20;
  private static final double MARGIN = 36;
  private static final double GAP = 36;
  private static final double FOOT = 34;
  private static final double NOTES_NARROWEST = 240;
  private static final double NOTES_WIDEST = 430;

  private final double width;
  private final FlowDiagram diagram;
  private final SvgHeading heading;
  private final SvgNotes notes;
  private final SvgLegend legend;
  private final FlowLanguage language;

  private SvgPage(
      double width,
      FlowDefinition flow,
      FlowDiagram diagram,
      SvgHeading heading,
      FlowSvg.Progress progress,
      FlowLanguage language) {
    this.width = width;
    this.diagram = diagram;
    this.heading = heading;
    this.language = language;
    double room = Math.max(NOTES_NARROWEST, inner() - diagram.width() - GAP);
    // On a long chart's page everything is printed smaller; the notes have room to make up for it.
    double larger = Math.min(1.4, Math.max(1, Math.floor(inner() / 76) / 10));
    this.notes =
        new SvgNotes(flow, diagram, Math.min(NOTES_WIDEST * larger, room), larger, language);
    this.legend = new SvgLegend(flow, progress, inner(), language);
  }

  /** The smallest page everything fits on. */
  static SvgPage smallest(
      FlowDefinition flow,
      FlowDiagram diagram,
      SvgHeading heading,
      FlowSvg.Progress progress,
      FlowLanguage language) {
    double width = NARROWEST;
    SvgPage page = new SvgPage(width, flow, diagram, heading, progress, language);
    while (!page.fits() && width < WIDEST) {
      width += STEP;
      page = new SvgPage(width, flow, diagram, heading, progress, language);
    }
    return page;
  }

  double width() {
    return width;
  }

  double height() {
    return Math.rint(width * A4);
  }

  void draw(SvgWriter svg, FlowSvg.Progress progress) {
    heading.draw(svg, width / 2, MARGIN, inner());
    double left = Math.rint((width - content()) / 2);
    double legendTop = height() - FOOT - legend.height();
    double top = MARGIN + heading.height(inner());
    double slack = Math.max(0, legendTop - top - middle());
    top = Math.rint(top + slack / 3);
    SvgChart.draw(svg, diagram, progress, language, left, top);
    notes.draw(svg, left + diagram.width() + GAP, top, middle());
    legend.draw(svg, MARGIN, legendTop);
    svg.label(
        width / 2,
        height() - FOOT / 2,
        language.pick(
            "阳光办 · 图即程序：办件系统按本图运行，每一环节向社会公开、接受监督",
            "Sunlit · The flowchart is the program: cases run on exactly this chart, in public"),
        "text-anchor",
        "middle",
        "font-size",
        "10",
        "fill",
        SvgLook.QUIET);
  }

  private boolean fits() {
    return content() <= inner()
        && MARGIN + heading.height(inner()) + middle() + legend.height() + FOOT <= height();
  }

  private double inner() {
    return width - 2 * MARGIN;
  }

  private double content() {
    return diagram.width() + (notes.isEmpty() ? 0 : GAP + notes.width());
  }

  private double middle() {
    return Math.max(diagram.height(), notes.height());
  }
}
