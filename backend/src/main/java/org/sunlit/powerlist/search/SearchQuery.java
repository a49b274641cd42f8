package org.sunlit.powerlist.search;

import java.util.Map;

/**
 * What is looked for.
 *
 * @param text as typed; blank or null lists everything in the city's order
 * @param filters all must hold
 * @param limit how many at most
 * @param after where the page before ended, or null for the first page
 */
public record SearchQuery(
    String text, Map<SearchFilter, String> filters, int limit, SearchPlace after) {
  public SearchQuery {
    text = text == null ? "" : text;
    filters = Map.copyOf(filters);
  }
}
