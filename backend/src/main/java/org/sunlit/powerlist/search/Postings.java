package org.sunlit.powerlist.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;

/** Asks a one-segment index which documents have which terms; answers are sets of bits. */
final class Postings {
  private final IndexSearcher searcher;
  private final LeafReaderContext leaf;
  private final int size;

  Postings(IndexSearcher searcher) {
    this.searcher = searcher;
    this.leaf = searcher.getIndexReader().leaves().get(0);
    this.size = searcher.getIndexReader().maxDoc();
  }

  int size() {
    return size;
  }

  FixedBitSet none() {
    return new FixedBitSet(size);
  }

  FixedBitSet term(IndexedField field, String text) {
    return bits(new TermQuery(new Term(field.name(), text)), doc -> true);
  }

  FixedBitSet prefix(IndexedField field, String text) {
    return bits(new PrefixQuery(new Term(field.name(), text)), doc -> true);
  }

  /** Documents with all the terms that also pass a closer look; none for no terms. */
  FixedBitSet all(IndexedField field, Collection<String> terms, IntPredicate look) {
    return terms.isEmpty() ? none() : bits(conjunction(field, terms), look);
  }

  /** Documents with at least so many of the terms that also pass a closer look. */
  FixedBitSet some(IndexedField field, Collection<String> terms, int atLeast, IntPredicate look) {
    List<String> distinct = terms.stream().distinct().toList();
    if (distinct.isEmpty()) {
      return none();
    }
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .setMinimumNumberShouldMatch(Math.max(1, Math.min(atLeast, distinct.size())));
    distinct.forEach(
        term -> query.add(new TermQuery(new Term(field.name(), term)), BooleanClause.Occur.SHOULD));
    return bits(query.build(), look);
  }

  /** Documents that have a word beginning like each of these. */
  FixedBitSet words(Collection<String> words) {
    return eachWord(words, word -> new PrefixQuery(new Term(IndexedField.WORD.name(), word)));
  }

  /**
   * Documents that have a word like each of these, with one mistake in words of three letters or
   * more.
   */
  FixedBitSet wordsWithMistakes(Collection<String> words) {
    return eachWord(
        words,
        word ->
            word.length() < 3
                ? new PrefixQuery(new Term(IndexedField.WORD.name(), word))
                : new FuzzyQuery(new Term(IndexedField.WORD.name(), word), 1, 1));
  }

  private FixedBitSet eachWord(
      Collection<String> words, java.util.function.Function<String, Query> query) {
    FixedBitSet found = null;
    for (String word : words) {
      FixedBitSet one = bits(query.apply(word), doc -> true);
      if (found == null) {
        found = one;
      } else {
        found.and(one);
      }
    }
    return found == null ? none() : found;
  }

  private static Query conjunction(IndexedField field, Collection<String> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.stream()
        .distinct()
        .forEach(
            term ->
                query.add(new TermQuery(new Term(field.name(), term)), BooleanClause.Occur.FILTER));
    return query.build();
  }

  private FixedBitSet bits(Query query, IntPredicate look) {
    try {
      FixedBitSet bits = none();
      Scorer scorer =
          searcher
              .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
              .scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator found = scorer.iterator();
        for (int doc = found.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = found.nextDoc()) {
          if (look.test(doc)) {
            bits.set(doc);
          }
        }
      }
      return bits;
    } catch (IOException impossible) {
      throw new UncheckedIOException("The index is in memory", impossible);
    }
  }
}
