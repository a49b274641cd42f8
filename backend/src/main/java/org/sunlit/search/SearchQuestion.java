package org.sunlit.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed, as questions to ask one after the other until one finds something:
 *
 * <ol>
 *   <li>every part, as it was written: {@code 保障房} is these three characters in a row;
 *   <li>every character within some pair that was typed: {@code 申请保障房} finds a text with 申请 and 保障房
 *       apart;
 *   <li>three pairs of it that share no character, then two: {@code 餐馆油烟扰民} finds a text that
 *       speaks of a 饭店 with 油烟扰民;
 *   <li>anything of it, the best first.
 * </ol>
 *
 * A Latin word of three letters and more is the beginning of a word. Anything may be typed: what
 * holds no letter and no digit asks nothing.
 */
public final class SearchQuestion {
  /** What asks rather than says what for. */
  private static final Pattern FILLERS =
      Pattern.compile("请问|怎么样|怎么办理?|怎么|怎样|如何|什么|哪里|哪些|多少|为什么|我要|我想|想要|有没有|是否|能不能|可以|[的了吗呢吧啊呀嘛]");

  /** What is longer is cut; more terms would not find better. */
  private static final int LONGEST = 100;

  private static final int SHORTEST_BEGINNING = 3;

  /** Terms that are combined with each other; of so many there are 455 triples at most. */
  private static final int MOST_TOGETHER = 15;

  private final List<Term> terms;

  private SearchQuestion(List<Term> terms) {
    this.terms = terms;
  }

  public static SearchQuestion of(String typed) {
    String text = typed == null ? "" : typed;
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<Term> terms = Term.of(FILLERS.matcher(cut).replaceAll(" "));
    return new SearchQuestion(asked(terms.isEmpty() ? Term.of(cut) : terms));
  }

  /** Nothing can be asked with this. */
  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /**
   * Texts of {@code tsquery}, from strict to wide, without repeats; each for {@code $1::tsquery}.
   */
  public List<String> attempts() {
    if (isEmpty()) {
      return List.of();
    }
    Set<String> attempts = new LinkedHashSet<>();
    attempts.add(asWritten());
    attempts.add(covered());
    attempts.addAll(together());
    attempts.add(
        terms.stream().map(SearchQuestion::lexeme).distinct().collect(Collectors.joining(" | ")));
    return List.copyOf(attempts);
  }

  /** Whether a term of a document is one that was asked for. */
  boolean asksFor(Term found) {
    return terms.stream().anyMatch(asked -> isHit(asked, found));
  }

  /** Whether only the first character of a pair was asked for. */
  boolean isSingle(Term found) {
    return found.form() == Term.Form.PAIR
        && terms.stream()
            .filter(asked -> isHit(asked, found))
            .allMatch(asked -> asked.form() == Term.Form.LAST);
  }

  private static boolean isHit(Term asked, Term found) {
    return isBeginning(asked)
        ? found.text().startsWith(asked.text())
        : found.text().equals(asked.text());
  }

  /** A run's last character is asked for only where it stands alone: pairs hold it otherwise. */
  private static List<Term> asked(List<Term> terms) {
    List<Term> asked = new ArrayList<>();
    Term before = null;
    for (Term term : terms) {
      boolean held =
          term.form() == Term.Form.LAST
              && before != null
              && before.form() == Term.Form.PAIR
              && before.end() == term.end();
      if (!held) {
        asked.add(term);
      }
      before = term;
    }
    return asked;
  }

  private String asWritten() {
    Set<String> parts = new LinkedHashSet<>();
    for (List<Term> part : parts().values()) {
      StringBuilder phrase = new StringBuilder();
      Term before = null;
      for (Term term : part) {
        if (before != null) {
          phrase.append(" <").append(term.place() - before.place()).append("> ");
        }
        phrase.append(lexeme(term));
        before = term;
      }
      parts.add(part.size() == 1 ? phrase.toString() : "(" + phrase + ")");
    }
    return String.join(" & ", parts);
  }

  /** Each character, or word, lies within a term that occurs. */
  private String covered() {
    Set<String> wanted = new LinkedHashSet<>();
    for (int at = 0; at < terms.size(); at++) {
      Term term = terms.get(at);
      Term before = at == 0 ? null : terms.get(at - 1);
      boolean overlaps = before != null && before.end() > term.start();
      wanted.add(overlaps ? "(" + lexeme(before) + " | " + lexeme(term) + ")" : lexeme(term));
      boolean ends = at + 1 == terms.size() || terms.get(at + 1).start() >= term.end();
      if (ends) {
        wanted.add(lexeme(term));
      }
    }
    return String.join(" & ", wanted);
  }

  /** Some that share no character, anywhere in the text: three of them, then two. */
  private List<String> together() {
    List<Term> some = terms.subList(0, Math.min(terms.size(), MOST_TOGETHER));
    Set<String> twos = new LinkedHashSet<>();
    Set<String> threes = new LinkedHashSet<>();
    for (Term first : some) {
      for (Term second : some) {
        if (second.start() >= first.end()) {
          String two = lexeme(first) + " & " + lexeme(second);
          twos.add("(" + two + ")");
          some.stream()
              .filter(third -> third.start() >= second.end())
              .forEach(third -> threes.add("(" + two + " & " + lexeme(third) + ")"));
        }
      }
    }
    return Stream.of(threes, twos)
        .filter(all -> !all.isEmpty())
        .map(all -> String.join(" | ", all))
        .toList();
  }

  /** What is looked for one by one, for weighing how rare each is: texts of {@code tsquery}. */
  public List<String> lexemes() {
    return terms.stream().map(SearchQuestion::lexeme).distinct().toList();
  }

  private Map<Integer, List<Term>> parts() {
    return terms.stream()
        .collect(Collectors.groupingBy(Term::part, LinkedHashMap::new, Collectors.toList()));
  }

  private static String lexeme(Term term) {
    return "'" + term.text() + "'" + (isBeginning(term) ? ":*" : "");
  }

  private static boolean isBeginning(Term term) {
    return term.form() == Term.Form.LAST
        || (term.isWord()
            && term.text().length() >= SHORTEST_BEGINNING
            && term.text().codePoints().allMatch(Character::isLetter));
  }
}
