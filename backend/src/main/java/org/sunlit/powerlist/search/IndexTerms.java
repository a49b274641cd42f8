package org.sunlit.powerlist.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one entry is found by. */
final class IndexTerms {
  private static final String BOTH = "both";

  private final Map<IndexedField, Collection<String>> terms = new EnumMap<>(IndexedField.class);

  private IndexTerms() {}

  static Map<IndexedField, Collection<String>> of(SearchEntry entry) {
    IndexTerms index = new IndexTerms();
    index.names(entry);
    index.code(NormalText.code(entry.code()));
    index.reading(
        List.of(
            Pinyin.readable(NormalText.squeeze(entry.name())),
            Pinyin.readable(NormalText.withoutBrackets(entry.name()))));
    index.filters(entry);
    return index.terms;
  }

  private void names(SearchEntry entry) {
    String name = NormalText.squeeze(entry.name());
    String parent = entry.parentName() == null ? "" : NormalText.squeeze(entry.parentName());
    String bare = NormalText.withoutBrackets(entry.name());
    Set<String> pairs = new LinkedHashSet<>(NormalText.grams(name, 2));
    pairs.addAll(NormalText.grams(bare, 2));
    terms.put(IndexedField.NAME, new LinkedHashSet<>(java.util.Arrays.asList(name, bare)));
    terms.put(IndexedField.NAME_CHARACTER, NormalText.grams(name, 1));
    terms.put(IndexedField.NAME_PAIR, pairs);
    terms.put(IndexedField.PARENT_PAIR, NormalText.grams(parent, 2));
    terms.put(
        IndexedField.WORD, entry.nameEn() == null ? List.of() : NormalText.words(entry.nameEn()));
    Set<String> any = new LinkedHashSet<>(NormalText.grams(name, 1));
    any.addAll(NormalText.grams(parent, 1));
    entry.departmentNames().forEach(one -> any.addAll(NormalText.grams(han(one), 1)));
    entry.categoryNames().forEach(one -> any.addAll(NormalText.grams(han(one), 1)));
    terms.put(IndexedField.ANY_CHARACTER, any);
  }

  private static String han(String text) {
    String squeezed = NormalText.squeeze(text);
    return NormalText.hasHan(squeezed) ? squeezed : "";
  }

  private void code(String code) {
    terms.put(IndexedField.CODE, List.of(code));
    terms.put(IndexedField.CODE_PIECE, NormalText.grams(code, 3));
  }

  private void reading(List<String> names) {
    Set<String> initials = new LinkedHashSet<>();
    Set<String> pairs = new LinkedHashSet<>();
    Set<String> triples = new LinkedHashSet<>();
    Set<String> pieces = new LinkedHashSet<>();
    for (String readable : new LinkedHashSet<>(names)) {
      if (!readable.isEmpty()) {
        for (String reading : Pinyin.readings(readable.charAt(0))) {
          initials.add(reading.substring(0, 1));
        }
        pairs.addAll(Pinyin.initialPairs(readable));
        triples.addAll(Pinyin.initialPieces(readable));
        for (String full : Pinyin.fulls(readable)) {
          pieces.addAll(NormalText.grams(full, 3));
        }
      }
    }
    terms.put(IndexedField.INITIAL, initials);
    terms.put(IndexedField.INITIAL_PAIR, pairs);
    terms.put(IndexedField.INITIAL_PIECE, triples);
    terms.put(IndexedField.PINYIN_PIECE, pieces);
  }

  private void filters(SearchEntry entry) {
    Set<String> filters = new LinkedHashSet<>();
    filters.add(filter(SearchFilter.DEPARTMENT, entry.departmentCode()));
    filters.add(filter(SearchFilter.CATEGORY, entry.category()));
    filters.add(filter(SearchFilter.STATUS, entry.status()));
    filters.add(filter(SearchFilter.HANDLING, entry.handling()));
    entry.regionPrefixes().forEach(one -> filters.add(filter(SearchFilter.REGION_PREFIX, one)));
    if (BOTH.equals(entry.serviceFor())) {
      filters.add(filter(SearchFilter.SERVICE_FOR, "person"));
      filters.add(filter(SearchFilter.SERVICE_FOR, "organisation"));
    }
    if (entry.serviceFor() != null) {
      filters.add(filter(SearchFilter.SERVICE_FOR, entry.serviceFor()));
    }
    terms.put(IndexedField.FILTER, filters);
  }

  static String filter(SearchFilter filter, String value) {
    return filter.name() + ":" + value;
  }
}
