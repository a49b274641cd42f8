package org.sunlit.powerlist.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    FixedBitSet left = allowed.clone();
    List<FixedBitSet> found = new ArrayList<>();
    boolean strict = add(found, left, strict(squeezed, code, words));
    strict |= add(found, left, List.of(this::everyWord));
    if (!strict && !add(found, left, tolerant())) {
      add(found, left, List.of(this::scattered));
    }
    return found;
  }

  private boolean add(
      List<FixedBitSet> found, FixedBitSet left, List<Supplier<FixedBitSet>> tiers) {
    boolean any = false;
    for (Supplier<FixedBitSet> tier : tiers) {
      FixedBitSet bits = tier.get();
      bits.and(left);
      left.andNot(bits);
      found.add(bits);
      any |= bits.nextSetBit(0) != org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;
    }
    return any;
  }

  private List<Supplier<FixedBitSet>> strict(String text, String asCode, List<String> asWords) {
    return List.of(
        () -> postings.term(IndexedField.CODE, asCode),
        () -> term(IndexedField.NAME, text),
        () -> prefix(IndexedField.NAME, text),
        () -> initials(text, true),
        () -> pinyin(text, true),
        () -> contains(text),
        () -> asCode.isEmpty() ? postings.none() : postings.prefix(IndexedField.CODE, asCode),
        () -> initials(text, false),
        () -> pinyin(text, false),
        () -> postings.words(NormalText.hasHan(text) ? List.of() : asWords),
        () -> inOrder(text),
        () -> parent(text),
        () -> codePiece(asCode),
        () -> group(built.departments(), SearchFilter.DEPARTMENT, text),
        () -> group(built.categories(), SearchFilter.CATEGORY, text));
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
    return postings.all(
        IndexedField.NAME_PAIR,
        NormalText.grams(text, 2),
        document ->
            built.names()[document].contains(text) || built.bareNames()[document].contains(text));
  }

  private FixedBitSet inOrder(String text) {
    return text.length() < 2 || !NormalText.hasHan(text)
        ? postings.none()
        : postings.all(
            IndexedField.NAME_CHARACTER,
            NormalText.grams(text, 1),
            document -> Approximate.inOrder(built.names()[document], text));
  }

  private FixedBitSet parent(String text) {
    return postings.all(
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
    return postings.all(
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
    return postings.all(
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

  private FixedBitSet codePiece(String text) {
    return postings.all(
        IndexedField.CODE_PIECE,
        NormalText.grams(text, 3),
        document -> built.codes()[document].contains(text));
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
      FixedBitSet any = postings.none();
      strict(word, word, List.of(word)).forEach(tier -> any.or(tier.get()));
      if (every == null) {
        every = any;
      } else {
        every.and(any);
      }
    }
    return every;
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
    return postings.some(
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
    return postings.some(
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
    return postings.some(
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
    return postings.some(
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
        : postings.all(IndexedField.ANY_CHARACTER, NormalText.grams(squeezed, 1), document -> true);
  }

  private int distinctCharacters() {
    return distinct(NormalText.grams(squeezed, 1));
  }

  private static int distinct(List<String> terms) {
    return (int) terms.stream().distinct().count();
  }
}
