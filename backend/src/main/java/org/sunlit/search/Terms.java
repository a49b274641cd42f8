package org.sunlit.search;

import java.util.List;

/** A text as what it is compared by: pairs of neighbouring characters and words, in order. */
public final class Terms {
  private Terms() {}

  public static List<String> of(String text) {
    return Term.of(text).stream()
        .filter(term -> term.form() != Term.Form.LAST)
        .map(Term::text)
        .toList();
  }
}
