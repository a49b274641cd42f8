package org.sunlit.complaint.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sunlit.search.Terms;

/**
 * Suggests what a message is about. It begins with the names of the categories alone, and learns
 * from messages whose category a person has confirmed. It suggests; a person decides.
 *
 * <p>First the group (the first level), then what beneath it: the second level by its own names and
 * messages. Below that the texts are too few to tell.
 */
public final class CategoryClassifier {
  /** A name says as much as so many messages that hold its terms. */
  private static final double NAME_WEIGHT = 5;

  /** A subject is as short as it is telling. */
  private static final double SUBJECT_WEIGHT = 5;

  private static final String OTHER = "其他";

  /**
   * A message somebody has put into a category.
   *
   * @param category its code
   */
  public record Example(String category, String subject, String text) {}

  private final Map<String, Category> categories;
  private final TermCounts groups = new TermCounts();
  private final Map<String, TermCounts> within = new HashMap<>();

  private CategoryClassifier(List<Category> inUse) {
    categories = inUse.stream().collect(Collectors.toMap(Category::code, category -> category));
  }

  /**
   * One that knows this much.
   *
   * @param inUse what may be suggested
   * @param examples those of other categories teach nothing
   */
  public static CategoryClassifier learn(List<Category> inUse, List<Example> examples) {
    CategoryClassifier classifier = new CategoryClassifier(inUse);
    inUse.forEach(classifier::addName);
    examples.forEach(classifier::addExample);
    return classifier;
  }

  private void addName(Category category) {
    Map<String, Double> terms = new HashMap<>();
    if (!category.name().equals(OTHER)) {
      new HashSet<>(Terms.of(category.name())).forEach(term -> terms.put(term, NAME_WEIGHT));
    }
    add(category.code(), terms);
  }

  private void addExample(Example example) {
    if (categories.containsKey(example.category())) {
      add(example.category(), terms(example.subject(), example.text()));
    }
  }

  private void add(String code, Map<String, Double> terms) {
    String group = Category.group(code);
    groups.add(group, terms);
    if (code.length() > Category.DIGITS) {
      String second = code.substring(0, 2 * Category.DIGITS);
      within.computeIfAbsent(group, fresh -> new TermCounts()).add(second, terms);
    }
  }

  /** Each term once for the text, and more for the subject. */
  private static Map<String, Double> terms(String subject, String text) {
    Map<String, Double> terms = new HashMap<>();
    new HashSet<>(Terms.of(text)).forEach(term -> terms.put(term, 1d));
    new HashSet<>(Terms.of(subject))
        .forEach(term -> terms.merge(term, SUBJECT_WEIGHT, Double::sum));
    return terms;
  }

  /**
   * The likeliest categories of different groups, the likeliest first.
   *
   * @param most how many at most
   */
  public List<Category> suggest(String subject, String text, int most) {
    Map<String, Double> terms = terms(subject, text);
    return groups.rank(terms).stream().limit(most).map(group -> beneath(group, terms)).toList();
  }

  private Category beneath(String group, Map<String, Double> terms) {
    TermCounts second = within.get(group);
    List<String> ranked = second == null ? List.of() : second.rank(terms);
    return categories.get(ranked.isEmpty() ? group : ranked.get(0));
  }
}
