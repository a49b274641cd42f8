package org.sunlit.powerlist.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws a flow as a standalone SVG (职权运行流程图, A3) that prints well on A4, in colour or in black and
 * white: title, department, chart, the integrity risks with their measures, legend. It can show
 * where one case is. Safe to serve as it is: every text is escaped, there is no script and no
 * reference.
 */
public final class FlowSvg {
  /**
   * What stands above the chart.
   *
   * @param title the item's name, or null for the flow's
   * @param department the department that answers for it, or null
   * @param line one more line such as code and limits, or null
   */
  public record Heading(String title, String department, String line) {
    /** The flow's own name and nothing else. */
    public static final Heading NONE = new Heading(null, null, null);
  }

  /**
   * Where one case is.
   *
   * @param current the steps it is in
   * @param done the steps it has been through
   */
  public record Progress(Set<String> current, Set<String> done) {
    /** No case: the chart alone. */
    public static final Progress NONE = new Progress(Set.of(), Set.of());

    public Progress {
      current = Set.copyOf(current);
      done = Set.copyOf(done);
    }

    boolean isCurrent(String id) {
      return current.contains(id);
    }

    boolean isDone(String id) {
      return done.contains(id) && !isCurrent(id);
    }

    boolean isShown() {
      return !current.isEmpty() || !done.isEmpty();
    }
  }

  private FlowSvg() {}

  /** The picture of a flow, without any case. */
  public static String draw(FlowDefinition flow, Heading heading, FlowLanguage language) {
    return draw(flow, heading, Progress.NONE, language);
  }

  /** The picture of a flow with one case's progress in it. */
  public static String draw(
      FlowDefinition flow, Heading heading, Progress progress, FlowLanguage language) {
    FlowDiagram diagram = FlowLayout.lay(flow, FlowLayout.Direction.DOWN, language);
    SvgHeading head = new SvgHeading(flow, heading, language);
    SvgPage page = SvgPage.smallest(flow, diagram, head, progress, language);
    SvgWriter svg = new SvgWriter();
    open(svg, flow, diagram, head, page, language);
    page.draw(svg, progress);
    svg.close("svg");
    return svg.toString();
  }

  private static void open(
      SvgWriter svg,
      FlowDefinition flow,
      FlowDiagram diagram,
      SvgHeading head,
      SvgPage page,
      FlowLanguage language) {
    String box = "0 0 " + SvgWriter.number(page.width()) + " " + SvgWriter.number(page.height());
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        box,
        "width",
        "794",
        "height",
        "1123",
        "role",
        "img",
        "aria-labelledby",
        "title-" + flow.code() + " desc-" + flow.code(),
        "xml:lang",
        language.tag(),
        "lang",
        language.tag(),
        "font-family",
        SvgLook.FONTS);
    svg.text("title", head.title(), "id", "title-" + flow.code());
    svg.text("desc", inWords(flow, diagram, language), "id", "desc-" + flow.code());
    svg.empty("rect", "width", "100%", "height", "100%", "fill", "#fff");
  }

  /** The whole flow told step by step, for those who hear the picture. */
  static String inWords(FlowDefinition flow, FlowDiagram diagram, FlowLanguage language) {
    return diagram.readingOrder().stream()
        .map(id -> inWords(flow, flow.step(id), diagram.node(id), language))
        .collect(Collectors.joining("\n"));
  }

  private static String inWords(
      FlowDefinition flow, FlowStep step, FlowDiagram.Node node, FlowLanguage language) {
    List<String> about = StepCard.details(step, language);
    String number = node.number() == 0 ? "" : node.number() + ". ";
    String ways =
        flow.outgoing(step.id()).stream()
            .filter(edge -> flow.find(edge.to()).isPresent())
            .map(
                edge ->
                    (edge.label(language).isEmpty() ? "" : edge.label(language) + " ")
                        + "→ "
                        + flow.fullName(flow.step(edge.to()), language))
            .collect(Collectors.joining(language.pick("；", "; ")));
    return number
        + flow.fullName(step, language)
        + (about.isEmpty()
            ? ""
            : language.pick("（", " (")
                + String.join(language.pick("，", ", "), about)
                + language.pick("）", ")"))
        + (ways.isEmpty() ? "" : language.pick("：", ": ") + ways)
        + language.pick("。", ".");
  }
}
