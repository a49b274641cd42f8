package org.sunlit.board;

import java.time.Instant;
import java.util.List;

/**
 * A page of a screen: a heading, a few words, a few lines. English texts can be missing.
 *
 * @param from it isn't shown before; null for always
 * @param until it isn't shown from then on; null for no end
 */
public record Panel(
    String title,
    String titleEn,
    String text,
    String textEn,
    List<Line> lines,
    Instant from,
    Instant until) {
  /** As many as can be read from across a square. */
  public static final int MOST_LINES = 8;

  public Panel {
    lines = List.copyOf(lines);
  }

  /** A name and its value, such as a department and its rate. */
  public record Line(String label, String labelEn, String value, String valueEn) {
    /** A value that is the same in every language. */
    public static Line of(String label, String labelEn, Object value) {
      return new Line(label, labelEn, String.valueOf(value), null);
    }
  }

  /** Lines under a heading, shown whenever it is their turn. */
  public static Panel of(String title, String titleEn, List<Line> lines) {
    return new Panel(title, titleEn, null, null, lines, null, null);
  }
}
