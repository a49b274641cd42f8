package org.sunlit.powerlist.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text will be, and where it may break, without a font at hand: a Chinese character is
 * one em, Latin letters are about half of one. Slightly generous, so that no real font is clipped.
 */
final class TextMeasure {
  private static final double BOLD = 1.06;
  private static final double OVERHANG = 1.4;
  private static final String NARROW = "iljtfrI.,:;'|!()[]{}- ";
  private static final String WIDE = "mwMW@%";
  private static final String NOT_AT_LINE_START = "，。、；：！？）》】〉”’…—·,.;:!?)]}/";
  private static final String NOT_AT_LINE_END = "（《【〈“‘([{";

  private TextMeasure() {}

  /** The width of one line in pixels at this font size. */
  static double width(String text, double fontSize, boolean bold) {
    double ems = text.codePoints().mapToDouble(TextMeasure::ems).sum();
    return ems * fontSize * (bold ? BOLD : 1);
  }

  /**
   * The text in lines of about the width asked for, as few as possible and of even length. A long
   * word may reach out by two fifths; one longer still is broken.
   */
  static List<String> wrap(String text, double fontSize, boolean bold, double asked) {
    double longestWord =
        pieces(text.strip()).stream()
            .mapToDouble(piece -> width(piece.stripTrailing(), fontSize, bold))
            .max()
            .orElse(0);
    double widest = Math.max(asked, Math.min(longestWord, asked * OVERHANG));
    List<String> lines = fill(text, fontSize, bold, widest);
    if (lines.size() < 2) {
      return lines;
    }
    List<String> atPause = atPause(text, fontSize, bold, widest);
    if (atPause.size() == lines.size()) {
      return atPause;
    }
    double narrower = widest;
    while (narrower - fontSize / 2 >= Math.min(longestWord, widest)) {
      List<String> tighter = fill(text, fontSize, bold, narrower - fontSize / 2);
      if (tighter.size() > lines.size()) {
        break;
      }
      lines = tighter;
      narrower -= fontSize / 2;
    }
    return lines;
  }

  /** The text in two lines parted where a reader pauses anyway, if it can be. */
  private static List<String> atPause(String text, double fontSize, boolean bold, double widest) {
    for (int place = text.length() - 1; place > 0; place--) {
      if ("，、；：,;:".indexOf(text.charAt(place - 1)) >= 0) {
        List<String> parts =
            List.of(text.substring(0, place).strip(), text.substring(place).strip());
        if (parts.stream().allMatch(part -> width(part, fontSize, bold) <= widest)) {
          return parts;
        }
      }
    }
    return List.of();
  }

  /** The text in lines, each as full as it goes. */
  static List<String> fill(String text, double fontSize, boolean bold, double widest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text.strip())) {
      String together = line + piece;
      if (width(together.stripTrailing(), fontSize, bold) <= widest || line.isEmpty()) {
        line.append(piece);
      } else {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(piece);
      }
      while (width(line.toString().stripTrailing(), fontSize, bold) > widest
          && line.codePointCount(0, line.length()) > 1) {
        int cut = longestPrefix(line.toString(), fontSize, bold, widest);
        lines.add(line.substring(0, cut));
        line.delete(0, cut);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  private static int longestPrefix(String text, double fontSize, boolean bold, double widest) {
    int cut = text.offsetByCodePoints(0, 1);
    while (cut < text.length()) {
      int next = text.offsetByCodePoints(cut, 1);
      if (width(text.substring(0, next), fontSize, bold) > widest) {
        break;
      }
      cut = next;
    }
    return cut;
  }

  /** The text in the smallest parts a line may be made of; spaces stay with the word before. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int place = 0; place < points.length; place++) {
      if (place > 0 && mayBreak(points[place - 1], points[place])) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(points[place]);
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    if (after == ' ' || NOT_AT_LINE_START.indexOf(after) >= 0) {
      return false;
    }
    if (NOT_AT_LINE_END.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || before == '-' || before == '/' || isWide(before) || isWide(after);
  }

  private static double ems(int point) {
    if (isWide(point)) {
      return 1;
    }
    if (NARROW.indexOf(point) >= 0) {
      return 0.34;
    }
    if (WIDE.indexOf(point) >= 0) {
      return 0.88;
    }
    return Character.isUpperCase(point) ? 0.68 : 0.56;
  }

  /** Chinese characters and the punctuation, kana and full-width forms printed as wide as they. */
  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x2E80 && point <= 0x33FF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xFE30 && point <= 0xFE4F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || "“”‘’…—·×→".indexOf(point) >= 0
        || point > 0xFFFF;
  }
}
