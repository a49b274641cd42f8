package org.sunlit.powerlist.flow;

import java.util.Locale;

/**
 * Writes SVG elements. Looks are set by attributes only: no style sheet a strict content policy
 * would drop, no script, nothing from elsewhere. Every text is escaped here and only here.
 */
final class SvgWriter {
  private final StringBuilder out = new StringBuilder(16_384);

  /** Opens an element; attributes come as name, value, name, value. */
  SvgWriter open(String tag, Object... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  SvgWriter close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  SvgWriter empty(String tag, Object... attributes) {
    start(tag, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element with nothing but text in it. */
  SvgWriter text(String tag, String content, Object... attributes) {
    start(tag, attributes);
    out.append('>');
    escape(content);
    return close(tag);
  }

  /** A line of text at a place, its attributes beyond the place as name, value, name, value. */
  SvgWriter label(double x, double y, String content, Object... attributes) {
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    attributes(attributes);
    out.append('>');
    escape(content);
    out.append("</text>\n");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** A coordinate without needless digits, the same in every locale. */
  static String number(double value) {
    if (value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void start(String tag, Object... attributes) {
    out.append('<').append(tag);
    attributes(attributes);
  }

  private void attributes(Object... attributes) {
    for (int place = 0; place < attributes.length; place += 2) {
      out.append(' ').append(attributes[place]).append("=\"");
      Object value = attributes[place + 1];
      escape(value instanceof Double number ? number(number) : String.valueOf(value));
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isXml(point) ? point : 0xFFFD);
              }
            });
  }

  /** Characters XML 1.0 allows at all; the others would make the whole picture unreadable. */
  private static boolean isXml(int point) {
    return point == 0x9
        || point == 0xA
        || point == 0xD
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
