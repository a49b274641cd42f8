package org.sunlit.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a document is found by: the text of a {@code tsvector}, to be stored with {@code
 * $1::tsvector} under a GIN index. Build it from the weightiest section to the lightest.
 */
public final class SearchVector {
  /** Where a term stands weighs: {@code ts_rank_cd} counts A as 1, B as 0.4, C as 0.2, D as 0.1. */
  public enum Weight {
    /** Title, number. */
    A,
    /** Summary, what it is about. */
    B,
    /** The whole text. */
    C,
    /** Attached files. */
    D
  }

  /** PostgreSQL knows no place behind this one. */
  private static final int LAST_PLACE = 16_383;

  /** PostgreSQL keeps so many places of one term. */
  private static final int MOST_PLACES = 255;

  /** More different terms than a document of 300 pages has; a {@code tsvector} holds 1 MB. */
  private static final int MOST_TERMS = 20_000;

  private final Map<String, List<String>> places = new LinkedHashMap<>();
  private int after;

  /** Adds a section. Nothing is found across the border between two sections. */
  public SearchVector with(Weight weight, String text) {
    int last = after;
    for (Term term : Term.of(text == null ? "" : text)) {
      int place = after + term.place();
      last = place;
      if (places.size() < MOST_TERMS || places.containsKey(term.text())) {
        List<String> own = places.computeIfAbsent(term.text(), fresh -> new ArrayList<>());
        boolean told = place > LAST_PLACE && !own.isEmpty() && isLast(own.get(own.size() - 1));
        if (own.size() < MOST_PLACES && !told) {
          own.add(Math.min(place, LAST_PLACE) + weight.name());
        }
      }
    }
    after = last + 1;
    return this;
  }

  private static boolean isLast(String place) {
    return place.startsWith(String.valueOf(LAST_PLACE));
  }

  /** The text of the {@code tsvector}; terms are letters and digits, so nothing needs escaping. */
  @Override
  public String toString() {
    StringBuilder vector = new StringBuilder();
    places.forEach(
        (term, own) ->
            vector
                .append(vector.isEmpty() ? "'" : " '")
                .append(term)
                .append("':")
                .append(String.join(",", own)));
    return vector.toString();
  }
}
