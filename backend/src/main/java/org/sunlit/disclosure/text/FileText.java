package org.sunlit.disclosure.text;

import java.util.regex.Pattern;
import org.sunlit.disclosure.rules.TextState;

/**
 * What could be read in a file.
 *
 * @param pages how many it has; null for what has none
 * @param text in its own order, lines as they stand
 * @param table its first table as CSV (RFC 4180); null for what is none
 */
public record FileText(TextState state, Integer pages, String text, String table) {
  /** Some 250 printed pages of Chinese. */
  public static final int MOST_CHARACTERS = 400_000;

  /** What a database can't keep, and nobody can read. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]+");

  private static final Pattern SPACES = Pattern.compile("[ \\t\\u3000]{2,}");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\s*\\n\\s*");

  /** Nothing could be read. */
  static FileText unreadable() {
    return new FileText(TextState.UNREADABLE, null, "", null);
  }

  /** There is nothing to be read. */
  static FileText none() {
    return new FileText(TextState.NONE, null, "", null);
  }

  /**
   * What was read.
   *
   * @param whole whether nothing was left out
   */
  static FileText of(String read, boolean whole, Integer pages, String table) {
    String lines = UNSEEN.matcher(read.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(" ");
    String plain =
        EMPTY_LINES.matcher(SPACES.matcher(lines).replaceAll(" ")).replaceAll("\n").strip();
    boolean fits = plain.length() <= MOST_CHARACTERS;
    String kept = fits ? plain : plain.substring(0, MOST_CHARACTERS);
    if (kept.isEmpty()) {
      return new FileText(TextState.NONE, pages, "", table);
    }
    return new FileText(whole && fits ? TextState.READ : TextState.PARTLY, pages, kept, table);
  }
}
