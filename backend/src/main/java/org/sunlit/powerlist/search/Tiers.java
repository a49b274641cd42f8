package org.sunlit.powerlist.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The ranking: which documents match a query how well, best tier first. What matches as typed
 * leaves no room for guesses; only when nothing (or nothing but scattered characters) does, one
 * mistake is forgiven.
 */
final class Tiers {
  private static final int MOST_WORDS = 6;

  private final IndexBuild.Built built;
  private final Postings postings;
  private final String squeezed;
  private final String code;
  private final List<String> words;

  /** What no better tier has found: only these are worth a closer look. */
  private FixedBitSet left;

  Tiers(IndexBuild.Built built, String text) {
    this.built = built;
    this.postings = built.postings();
    this.squeezed = NormalText.squeeze(text);
    this.code = NormalText.code(text);
    List<String> all = NormalText.words(text);
    this.words = all.size() > MOST_WORDS ? all.subList(0, MOST_WORDS) : all;
  }

  /** The tiers within the allowed documents, none of them in two. */
  List<FixedBitSet> find(FixedBitSet allowed) {
    left = allowed.clone();
    List<FixedBitSet> found = new ArrayList<>();
    boolean byCode = add(found, List.of(() -> postings.term(IndexedField.CODE, code)));
    boolean strict = byCode | add(found, strict());
    // Whoever types a whole code means that item, not others that have a part of it as a word.
    if (!byCode) {
      strict |= add(found, List.of(this::everyWord));
    }
    if (!strict && !add(found, tolerant())) {
      add(found, List.of(this::scattered));
    }
    return found;
  }

  private boolean add(List<FixedBitSet> found, List<Supplier<FixedBitSet>> tiers) {
    boolean any = false;
    for (Supplier<FixedBitSet> tier : tiers) {
      FixedBitSet bits = tier.get();
      bits.and(left);
      left.andNot(bits);
      found.add(bits);
      any |= bits.nextSetBit(0) != DocIdSetIterator.NO_MORE_DOCS;
    }
    return any;
  }

  private List<Supplier<FixedBitSet>> strict() {
    return List.of(
        () -> term(IndexedField.NAME, squeezed),
        () -> prefix(IndexedField.NAME, squeezed),
        () -> initials(squeezed, true),
        () -> pinyin(squeezed, true),
        () -> contains(squeezed),
        () -> built.codes().beginningWith(code),
        () -> initials(squeezed, false),
        () -> pinyin(squeezed, false),
        () -> postings.words(NormalText.hasHan(squeezed) ? List.of() : words),
        () -> inOrder(squeezed),
        () -> parent(squeezed),
        () -> codePiece(code),
        () -> group(built.departments(), SearchFilter.DEPARTMENT, squeezed),
        () -> group(built.categories(), SearchFilter.CATEGORY, squeezed));
  }

  private List<Supplier<FixedBitSet>> tolerant() {
    return List.of(
        this::soundsAlike,
        this::oneMistake,
        this::oneMistakeInInitials,
        this::oneMistakeInPinyin,
        this::oneMistakeInWords,
        this::oneCharacterWrong);
  }

  private FixedBitSet term(IndexedField field, String text) {
    return text.isEmpty() ? postings.none() : postings.term(field, text);
  }

  private FixedBitSet prefix(IndexedField field, String text) {
    return text.isEmpty() ? postings.none() : postings.prefix(field, text);
  }

  private FixedBitSet contains(String text) {
    if (text.length() < 3) {
      return text.isEmpty()
          ? postings.none()
          : postings.term(
              text.length() == 1 ? IndexedField.NAME_CHARACTER : IndexedField.NAME_PAIR, text);
    }
    return all(
        IndexedField.NAME_PAIR,
        NormalText.grams(text, 2),
        document ->
            built.names()[document].contains(text) || built.bareNames()[document].contains(text));
  }

  private FixedBitSet inOrder(String text) {
    return text.length() < 2 || !NormalText.hasHan(text)
        ? postings.none()
        : all(
            IndexedField.NAME_CHARACTER,
            NormalText.grams(text, 1),
            document -> Approximate.inOrder(built.names()[document], text));
  }

  private FixedBitSet parent(String text) {
    return all(
        IndexedField.PARENT_PAIR,
        NormalText.grams(text, 2),
        document -> built.parents()[document].contains(text));
  }

  private FixedBitSet initials(String text, boolean atStart) {
    if (!NormalText.isLatin(text)) {
      return postings.none();
    }
    if (text.length() == 1) {
      return atStart ? postings.term(IndexedField.INITIAL, text) : postings.none();
    }
    return all(
        text.length() == 2 ? IndexedField.INITIAL_PAIR : IndexedField.INITIAL_PIECE,
        NormalText.grams(text, Math.min(text.length(), 3)),
        document -> {
          String whole = built.readable()[document];
          String bare = built.bareReadable()[document];
          return atStart
              ? Pinyin.initialsAt(whole, 0, text)
                  || (differs(whole, bare) && Pinyin.initialsAt(bare, 0, text))
              : Pinyin.hasInitials(whole, text)
                  || (differs(whole, bare) && Pinyin.hasInitials(bare, text));
        });
  }

  private FixedBitSet pinyin(String text, boolean atStart) {
    if (!NormalText.isLatin(text)) {
      return postings.none();
    }
    return all(
        IndexedField.PINYIN_PIECE,
        NormalText.grams(text, 3),
        document -> {
          String whole = built.readable()[document];
          String bare = built.bareReadable()[document];
          return atStart
              ? Pinyin.readsAt(whole, 0, text)
                  || (differs(whole, bare) && Pinyin.readsAt(bare, 0, text))
              : Pinyin.readsWithin(whole, text)
                  || (differs(whole, bare) && Pinyin.readsWithin(bare, text));
        });
  }

  private static boolean differs(String whole, String bare) {
    return whole.length() != bare.length();
  }

  private FixedBitSet all(IndexedField field, List<String> terms, IntPredicate look) {
    return postings.all(field, terms, document -> left.get(document) && look.test(document));
  }

  private FixedBitSet some(IndexedField field, List<String> terms, int atLeast, IntPredicate look) {
    return postings.some(
        field, terms, atLeast, document -> left.get(document) && look.test(document));
  }

  private FixedBitSet codePiece(String text) {
    return all(
        IndexedField.CODE_PIECE,
        NormalText.grams(text, 3),
        document -> built.codes().of(document).contains(text));
  }

  private FixedBitSet group(Map<String, Set<String>> groups, SearchFilter filter, String text) {
    FixedBitSet bits = postings.none();
    groups.forEach(
        (key, names) -> {
          if (key.equalsIgnoreCase(text) || names.stream().anyMatch(name -> named(name, text))) {
            bits.or(postings.term(IndexedField.FILTER, IndexTerms.filter(filter, key)));
          }
        });
    return bits;
  }

  private static boolean named(String name, String text) {
    String squeezed = NormalText.squeeze(name);
    if (text.length() < 2) {
      return false;
    }
    if (squeezed.contains(text)) {
      return true;
    }
    if (!NormalText.hasHan(squeezed)) {
      return false;
    }
    if (NormalText.isLatin(text)) {
      return Pinyin.hasInitials(Pinyin.readable(squeezed), text)
          || (text.length() > 3 && Pinyin.readsWithin(Pinyin.readable(squeezed), text));
    }
    return text.length() > 2 && Approximate.inOrder(squeezed, text);
  }

  /** Several words, each matching in whatever way of its own. */
  private FixedBitSet everyWord() {
    if (words.size() < 2) {
      return postings.none();
    }
    FixedBitSet every = null;
    for (String word : words) {
      FixedBitSet any = anyhow(word);
      if (every == null) {
        every = any;
      } else {
        every.and(any);
      }
    }
    return every;
  }

  /** In the widest of the strict ways, which take in the narrower ones. */
  private FixedBitSet anyhow(String word) {
    FixedBitSet any = built.codes().beginningWith(word);
    any.or(contains(word));
    any.or(initials(word, word.length() == 1));
    any.or(pinyin(word, false));
    any.or(postings.words(NormalText.hasHan(word) ? List.of() : List.of(word)));
    any.or(inOrder(word));
    any.or(parent(word));
    any.or(codePiece(word));
    any.or(group(built.departments(), SearchFilter.DEPARTMENT, word));
    any.or(group(built.categories(), SearchFilter.CATEGORY, word));
    return any;
  }

  /** The same sounds in other characters: how most Chinese typing mistakes come about. */
  private FixedBitSet soundsAlike() {
    if (squeezed.length() < 2
        || !NormalText.hasHan(squeezed)
        || !Pinyin.readable(squeezed).equals(squeezed)) {
      return postings.none();
    }
    return pinyin(Pinyin.full(squeezed), false);
  }

  private FixedBitSet oneMistake() {
    if (squeezed.length() < 3 || !NormalText.hasHan(squeezed)) {
      return postings.none();
    }
    return some(
        IndexedField.NAME_CHARACTER,
        NormalText.grams(squeezed, 1),
        distinctCharacters() - 1,
        document ->
            Approximate.containsWithOneMistake(built.names()[document], squeezed)
                || Approximate.containsWithOneMistake(built.bareNames()[document], squeezed));
  }

  private FixedBitSet oneMistakeInInitials() {
    if (squeezed.length() < 4 || squeezed.length() > 12 || !NormalText.isLatin(squeezed)) {
      return postings.none();
    }
    List<String> pairs = NormalText.grams(squeezed, 2);
    return some(
        IndexedField.INITIAL_PAIR,
        pairs,
        // A letter wrong or too many spoils two pairs.
        distinct(pairs) - 2,
        document ->
            Approximate.containsWithOneMistake(
                Pinyin.initials(built.bareReadable()[document]), squeezed));
  }

  private FixedBitSet oneMistakeInPinyin() {
    if (squeezed.length() < 6 || !NormalText.isLatin(squeezed)) {
      return postings.none();
    }
    List<String> pieces = NormalText.grams(squeezed, 3);
    return some(
        IndexedField.PINYIN_PIECE,
        pieces,
        distinct(pieces) - 4,
        document ->
            Approximate.containsWithOneMistake(Pinyin.full(built.readable()[document]), squeezed));
  }

  private FixedBitSet oneMistakeInWords() {
    return NormalText.hasHan(squeezed) ? postings.none() : postings.wordsWithMistakes(words);
  }

  private FixedBitSet oneCharacterWrong() {
    if (squeezed.length() < 4 || !NormalText.hasHan(squeezed)) {
      return postings.none();
    }
    return some(
        IndexedField.NAME_CHARACTER,
        NormalText.grams(squeezed, 1),
        distinctCharacters() - 1,
        document ->
            Approximate.inOrderCount(built.names()[document], squeezed) >= squeezed.length() - 1);
  }

  /** All characters somewhere in name, department or category. */
  private FixedBitSet scattered() {
    return squeezed.length() < 3 || !NormalText.hasHan(squeezed)
        ? postings.none()
        : all(IndexedField.ANY_CHARACTER, NormalText.grams(squeezed, 1), document -> true);
  }

  private int distinctCharacters() {
    return distinct(NormalText.grams(squeezed, 1));
  }

  private static int distinct(List<String> terms) {
    return (int) terms.stream().distinct().count();
  }
}
