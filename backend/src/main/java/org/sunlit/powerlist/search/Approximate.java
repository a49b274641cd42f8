package org.sunlit.powerlist.search;

/** Comparing texts that may hold one mistake. */
final class Approximate {
  private Approximate() {}

  /** Whether all characters of the pattern stand in the text in that order, gaps allowed. */
  static boolean inOrder(String text, String pattern) {
    int at = 0;
    for (int i = 0; i < text.length() && at < pattern.length(); i++) {
      if (text.charAt(i) == pattern.charAt(at)) {
        at++;
      }
    }
    return at == pattern.length();
  }

  /** How many characters of the pattern stand in the text in order, at best. */
  static int inOrderCount(String text, String pattern) {
    int[] row = new int[pattern.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= pattern.length(); j++) {
        int above = row[j];
        row[j] =
            text.charAt(i) == pattern.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[pattern.length()];
  }

  /**
   * Whether some part of the text is the pattern with at most one mistake: a character wrong,
   * missing, too many, or two neighbours swapped (Sellers' algorithm with transpositions).
   */
  static boolean containsWithOneMistake(String text, String pattern) {
    int length = pattern.length();
    int[] before = new int[length + 1];
    int[] last = new int[length + 1];
    int[] now = new int[length + 1];
    for (int j = 0; j <= length; j++) {
      last[j] = j;
    }
    if (last[length] <= 1) {
      return true;
    }
    for (int i = 1; i <= text.length(); i++) {
      char c = text.charAt(i - 1);
      now[0] = 0;
      for (int j = 1; j <= length; j++) {
        int cost = c == pattern.charAt(j - 1) ? 0 : 1;
        int best = Math.min(last[j - 1] + cost, Math.min(last[j], now[j - 1]) + 1);
        if (i > 1
            && j > 1
            && c == pattern.charAt(j - 2)
            && text.charAt(i - 2) == pattern.charAt(j - 1)) {
          best = Math.min(best, before[j - 2] + 1);
        }
        now[j] = best;
      }
      if (now[length] <= 1) {
        return true;
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
    }
    return false;
  }
}
