package org.sunlit.powerlist.flow;

import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * Where everything in a flowchart is. All numbers are CSS pixels from the top left corner.
 *
 * @param width the whole picture's width
 * @param height the whole picture's height
 * @param nodes one for each step, in reading order
 * @param edges one for each way between steps
 * @param readingOrder step ids in the order they are read aloud: no step before one it follows from
 * @param frames around the steps of sub-processes, outer ones first
 */
public record FlowDiagram(
    double width,
    double height,
    List<Node> nodes,
    List<Edge> edges,
    List<String> readingOrder,
    List<Frame> frames) {
  public FlowDiagram {
    frames = List.copyOf(frames);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    readingOrder = List.copyOf(readingOrder);
  }

  /**
   * One step's place and what is written there.
   *
   * @param id the step
   * @param number the step's number as the public counts it, or 0 for the start and the side ends
   * @param post who acts, or null
   * @param limit how long it may take, or null
   * @param grade the gravest of its integrity risks, or null
   * @param nameLines the name as it fits
   * @param detailLines post and limit as they fit
   */
  public record Node(
      String id,
      double x,
      double y,
      double width,
      double height,
      StepKind kind,
      String name,
      String nameEn,
      int number,
      Post post,
      Limit limit,
      RiskGrade grade,
      List<String> nameLines,
      List<String> detailLines) {}

  /**
   * One way between steps.
   *
   * @param label what is said on it in Chinese; empty for nothing
   * @param labelEn the same in English
   * @param points its corners from start to arrowhead; each stretch is level or upright
   * @param labelPosition where the label stands, or null without a label
   * @param labelLines the label as it fits, in the language laid out first
   */
  public record Edge(
      String from,
      String to,
      String outcome,
      String label,
      String labelEn,
      List<Point> points,
      Box labelPosition,
      List<String> labelLines) {
    public Edge {
      labelLines = List.copyOf(labelLines);
      points = List.copyOf(points);
    }

    /** Whether this way leads back. */
    public boolean isReturn() {
      return outcome.equals(FlowEdge.RETURN);
    }
  }

  /**
   * A frame around the steps of one call of a sub-process.
   *
   * @param id of the group
   * @param title its name as it fits, in the language laid out first
   */
  public record Frame(String id, Box box, String title) {}

  /** A place in the picture. */
  public record Point(double x, double y) {}

  /** A rectangle in the picture. */
  public record Box(double x, double y, double width, double height) {}

  /** The node of this step. */
  Node node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }
}
