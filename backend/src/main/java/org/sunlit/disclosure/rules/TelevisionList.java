package org.sunlit.disclosure.rules;

import java.util.List;

/** A list that television sets and set-top boxes read 电视点播清单: extended M3U in UTF-8. */
public final class TelevisionList {
  /**
   * A film of it.
   *
   * @param address whole, with scheme and host
   * @param poster likewise, or null
   */
  public record Entry(String title, String group, int seconds, String address, String poster) {}

  private TelevisionList() {}

  public static String write(List<Entry> entries) {
    StringBuilder text = new StringBuilder("#EXTM3U\n");
    for (Entry entry : entries) {
      text.append("#EXTINF:").append(entry.seconds());
      if (entry.poster() != null) {
        text.append(" tvg-logo=\"").append(quoted(entry.poster())).append('"');
      }
      text.append(" group-title=\"")
          .append(quoted(entry.group()))
          .append("\",")
          .append(line(entry.title()))
          .append('\n')
          .append(entry.address())
          .append('\n');
    }
    return text.toString();
  }

  /** A line of its own would be another entry. */
  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String quoted(String text) {
    return line(text).replace('"', '\'');
  }
}
