package org.sunlit.search;

import java.util.ArrayList;
import java.util.List;

/** The passage of a text with most of what was asked for, its hits marked. */
public final class Excerpt {
  /**
   * A stretch of the excerpt.
   *
   * @param hit whether it is what was asked for
   */
  public record Piece(String text, boolean hit) {}

  private record Stretch(int start, int end) {}

  /** Longer texts are looked at so far: an excerpt is a help, not the search. */
  private static final int LOOKED_AT = 50_000;

  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  /**
   * At most so many characters of the text around its hits, from the beginning where there is none.
   * The pieces joined are the text itself, with … where something was left out.
   */
  public static List<Piece> of(String text, SearchQuestion question, int length) {
    String seen = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    List<Stretch> hits = hits(seen, question);
    int start = whole(seen, begin(seen, hits, length));
    int end = whole(seen, Math.min(seen.length(), start + length));
    List<Piece> pieces = new ArrayList<>();
    add(pieces, start > 0 ? ELLIPSIS : "", false);
    int at = start;
    for (Stretch hit : hits) {
      if (hit.start() >= at && hit.end() <= end) {
        add(pieces, seen.substring(at, hit.start()), false);
        add(pieces, seen.substring(hit.start(), hit.end()), true);
        at = hit.end();
      }
    }
    add(pieces, seen.substring(at, end), false);
    add(pieces, end < text.length() ? ELLIPSIS : "", false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean hit) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, hit));
    }
  }

  /** Overlapping and touching hits are one. */
  private static List<Stretch> hits(String text, SearchQuestion question) {
    List<Stretch> hits = new ArrayList<>();
    for (Term term : Term.of(text)) {
      if (question.asksFor(term)) {
        int end = question.isSingle(term) ? text.offsetByCodePoints(term.start(), 1) : term.end();
        Stretch before = hits.isEmpty() ? null : hits.get(hits.size() - 1);
        if (before != null && term.start() <= before.end()) {
          hits.set(hits.size() - 1, new Stretch(before.start(), Math.max(before.end(), end)));
        } else {
          hits.add(new Stretch(term.start(), end));
        }
      }
    }
    return hits;
  }

  /** Where a window of the length holds most marked characters, with a little before it. */
  private static int begin(String text, List<Stretch> hits, int length) {
    if (text.length() <= length || hits.isEmpty()) {
      return 0;
    }
    int best = 0;
    int most = 0;
    for (int first = 0; first < hits.size(); first++) {
      int from = Math.max(0, hits.get(first).start() - length / 5);
      int marked = 0;
      for (int at = first; at < hits.size() && hits.get(at).end() <= from + length; at++) {
        marked += hits.get(at).end() - hits.get(at).start();
      }
      if (marked > most) {
        most = marked;
        best = from;
      }
    }
    return Math.min(best, text.length() - length);
  }

  /** Never between the halves of a character. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
