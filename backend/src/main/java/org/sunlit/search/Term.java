package org.sunlit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pair of neighbouring characters, a word, or the last character of a run of characters, which
 * makes every single character findable as a beginning.
 *
 * @param text letters and digits only
 * @param place counted from 1; a gap in the text is a gap in the places
 * @param start where it begins in the text as written
 * @param end the place after it
 * @param part which run without gaps it belongs to, counted from 0
 */
record Term(String text, int place, int start, int end, int part, Form form) {
  enum Form {
    PAIR,
    /** The last, or only, character of a run. */
    LAST,
    WORD
  }

  /** What is longer is no word anybody types; PostgreSQL takes at most 2,046 bytes. */
  private static final int LONGEST_WORD = 64;

  boolean isWord() {
    return form == Form.WORD;
  }

  /** The terms of a text in their order. */
  static List<Term> of(String text) {
    List<Glyph> glyphs = Glyph.of(text);
    List<Term> terms = new ArrayList<>();
    int place = 1;
    int part = 0;
    for (int at = 0; at < glyphs.size(); ) {
      Glyph.Kind kind = glyphs.get(at).kind();
      int next = at + 1;
      while (next < glyphs.size() && glyphs.get(next).kind() == kind) {
        next++;
      }
      List<Glyph> run = glyphs.subList(at, next);
      switch (kind) {
        case GAP -> {
          place++;
          part++;
        }
        case LETTER -> terms.add(word(run, place++, part));
        case IDEOGRAPH -> {
          addPairs(run, place, part, terms);
          place += run.size();
        }
      }
      at = next;
    }
    return terms;
  }

  private static Term word(List<Glyph> run, int place, int part) {
    List<Glyph> kept = run.subList(0, Math.min(run.size(), LONGEST_WORD));
    return term(kept, place, part, Form.WORD);
  }

  private static void addPairs(List<Glyph> run, int place, int part, List<Term> terms) {
    for (int at = 0; at < run.size(); at++) {
      boolean last = at + 1 == run.size();
      List<Glyph> own = run.subList(at, last ? at + 1 : at + 2);
      terms.add(term(own, place + at, part, last ? Form.LAST : Form.PAIR));
    }
  }

  private static Term term(List<Glyph> own, int place, int part, Form form) {
    String text =
        own.stream()
            .map(glyph -> Character.toString(glyph.codePoint()))
            .collect(Collectors.joining());
    return new Term(text, place, own.get(0).start(), own.get(own.size() - 1).end(), part, form);
  }
}
