package org.sunlit.powerlist.search;

import java.util.List;

/**
 * A page of results.
 *
 * @param entries indexes into the entries the index was built from, best first
 * @param total how many match in all, exactly
 * @param next where the next page begins, or null when this is the last
 */
public record SearchPage(List<Integer> entries, int total, SearchPlace next) {
  public SearchPage {
    entries = List.copyOf(entries);
  }
}
