package org.sunlit.powerlist.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * A searchable list of items, immutable once built and safe for many readers.
 *
 * <p>Matches are ranked in tiers, from the exact code down to one typo; within a tier the shortest
 * name comes first, then the city's order. Documents are numbered in that order, so a tier is a set
 * of bits, a page is a walk along them, and the total is a count: no scores, no sorting, and the
 * answer for 100,000 items takes little longer than for a thousand.
 */
public final class CatalogueIndex {
  /** More than this of a query is not looked at; nobody types it and it would cost. */
  private static final int LONGEST_QUERY = 60;

  private final List<SearchEntry> entries;
  private final int[] lengths;

  /** Entry of each document. */
  private final int[] entryOf;

  /** Documents in the city's order, for listing without a query. */
  private final int[] listing;

  private final IndexBuild.Built built;
  private final Map<String, FixedBitSet> filters = new ConcurrentHashMap<>();

  /** Builds an index; takes seconds for 100,000 entries, so do it on a worker. */
  public CatalogueIndex(List<SearchEntry> entries) {
    this.entries = List.copyOf(entries);
    this.lengths = new int[entries.size()];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      lengths[i] = NormalText.squeeze(entries.get(i).name()).length();
      order.add(i);
    }
    Comparator<Integer> city =
        Comparator.<Integer>comparingInt(i -> this.entries.get(i).departmentPlace())
            .thenComparing(i -> this.entries.get(i).code());
    order.sort(Comparator.<Integer>comparingInt(i -> lengths[i]).thenComparing(city));
    this.entryOf = order.stream().mapToInt(Integer::intValue).toArray();
    int[] documentOf = new int[entryOf.length];
    for (int document = 0; document < entryOf.length; document++) {
      documentOf[entryOf[document]] = document;
    }
    order.sort(city);
    this.listing = order.stream().mapToInt(i -> documentOf[i]).toArray();
    this.built = entries.isEmpty() ? null : IndexBuild.of(this.entries, entryOf);
  }

  /** Finds a page. */
  public SearchPage search(SearchQuery query) {
    if (built == null) {
      return new SearchPage(List.of(), 0, null);
    }
    FixedBitSet allowed = allowed(query);
    String text =
        query.text().length() > LONGEST_QUERY
            ? query.text().substring(0, LONGEST_QUERY)
            : query.text();
    return text.isBlank() ? list(query, allowed) : find(query, text, allowed);
  }

  private FixedBitSet allowed(SearchQuery query) {
    FixedBitSet allowed = new FixedBitSet(built.postings().size());
    allowed.set(0, built.postings().size());
    query
        .filters()
        .forEach((filter, value) -> allowed.and(filter(IndexTerms.filter(filter, value))));
    return allowed;
  }

  private FixedBitSet filter(String term) {
    FixedBitSet kept = filters.get(term);
    if (kept != null) {
      return kept;
    }
    FixedBitSet bits = built.postings().term(IndexedField.FILTER, term);
    // Only values that exist are kept: readers can't fill the memory with invented ones.
    if (bits.cardinality() > 0) {
      filters.put(term, bits);
    }
    return bits;
  }

  private SearchPage list(SearchQuery query, FixedBitSet allowed) {
    int from = 0;
    if (query.after() != null) {
      from = firstAfter(listing.length, i -> compareListed(listing[i], query.after()));
    }
    List<Integer> page = new ArrayList<>();
    int at = from;
    for (; at < listing.length && page.size() < query.limit(); at++) {
      if (allowed.get(listing[at])) {
        page.add(entryOf[listing[at]]);
      }
    }
    while (at < listing.length && !allowed.get(listing[at])) {
      at++;
    }
    SearchPlace next =
        at < listing.length && !page.isEmpty() ? place(0, page.get(page.size() - 1)) : null;
    return new SearchPage(page, allowed.cardinality(), next);
  }

  private SearchPage find(SearchQuery query, String text, FixedBitSet allowed) {
    List<FixedBitSet> tiers = new Tiers(built, text).find(allowed);
    List<Integer> page = new ArrayList<>();
    int lastTier = 0;
    int total = 0;
    boolean more = false;
    SearchPlace after = query.after();
    for (int tier = 0; tier < tiers.size(); tier++) {
      FixedBitSet bits = tiers.get(tier);
      total += bits.cardinality();
      if (more || (after != null && tier < after.tier())) {
        continue;
      }
      int from =
          after != null && tier == after.tier()
              ? firstAfter(entryOf.length, i -> compareFound(i, after))
              : 0;
      BitSetIterator left = new BitSetIterator(bits, 0);
      int document = from == 0 ? left.nextDoc() : left.advance(from);
      for (; document != BitSetIterator.NO_MORE_DOCS; document = left.nextDoc()) {
        if (page.size() == query.limit()) {
          more = true;
          break;
        }
        page.add(entryOf[document]);
        lastTier = tier;
      }
    }
    return new SearchPage(page, total, more ? place(lastTier, page.get(page.size() - 1)) : null);
  }

  private SearchPlace place(int tier, int entry) {
    SearchEntry last = entries.get(entry);
    return new SearchPlace(tier, lengths[entry], last.departmentPlace(), last.code());
  }

  private int compareListed(int document, SearchPlace place) {
    SearchEntry entry = entries.get(entryOf[document]);
    int byDepartment = Integer.compare(entry.departmentPlace(), place.departmentPlace());
    return byDepartment != 0 ? byDepartment : entry.code().compareTo(place.code());
  }

  private int compareFound(int document, SearchPlace place) {
    int byLength = Integer.compare(lengths[entryOf[document]], place.nameLength());
    return byLength != 0 ? byLength : compareListed(document, place);
  }

  /** The first index whose comparison with the place is positive. */
  private static int firstAfter(int size, java.util.function.IntUnaryOperator compare) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare.applyAsInt(middle) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
