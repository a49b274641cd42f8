package org.sunlit.complaint.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often terms occur in what belongs to each of several labels, and by it which label a text
 * belongs to: complement naive Bayes (Rennie and others, Tackling the Poor Assumptions of Naive
 * Bayes Text Classifiers, 2003). A label is the likelier the less the text looks like everything
 * that does <em>not</em> belong to it; that stays sound where some labels have many texts and
 * others hardly any. What comes out is an order and no probability.
 */
final class TermCounts {
  /**
   * Added to each count: a term never seen beside other labels is rare there and not impossible.
   */
  private static final double SMOOTHING = 1;

  private final Map<String, Map<String, Double>> counts = new HashMap<>();
  private final Map<String, Double> totals = new HashMap<>();
  private final Map<String, Double> all = new HashMap<>();
  private double total;

  /** Counts terms as belonging to a label; each is a label from then on. */
  void add(String label, Map<String, Double> terms) {
    Map<String, Double> own = counts.computeIfAbsent(label, fresh -> new HashMap<>());
    terms.forEach(
        (term, weight) -> {
          own.merge(term, weight, Double::sum);
          all.merge(term, weight, Double::sum);
          totals.merge(label, weight, Double::sum);
          total += weight;
        });
  }

  /** The labels, the likeliest first; none where no term was ever seen. */
  List<String> rank(Map<String, Double> text) {
    Set<String> known = new HashSet<>(text.keySet());
    known.retainAll(all.keySet());
    if (known.isEmpty()) {
      return List.of();
    }
    Map<String, Double> elsewhere =
        counts.keySet().stream()
            .collect(Collectors.toMap(label -> label, label -> elsewhere(label, known, text)));
    return counts.keySet().stream()
        .sorted(
            Comparator.comparing((String label) -> elsewhere.get(label))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** How well the text fits to whatever doesn't belong to the label. */
  private double elsewhere(String label, Set<String> known, Map<String, Double> text) {
    Map<String, Double> own = counts.get(label);
    double size = total - totals.getOrDefault(label, 0d) + SMOOTHING * all.size();
    double fits = 0;
    for (String term : known) {
      double count = all.get(term) - own.getOrDefault(term, 0d) + SMOOTHING;
      fits += text.get(term) * Math.log(count / size);
    }
    return fits;
  }
}
