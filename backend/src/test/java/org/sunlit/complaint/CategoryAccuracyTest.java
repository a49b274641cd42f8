package org.sunlit.complaint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.rules.Category;
import org.sunlit.complaint.rules.CategoryClassifier;
import org.sunlit.complaint.rules.CategoryClassifier.Example;
import org.sunlit.complaint.rules.CategoryPlan;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.testing.SharedData;

/**
 * How often the suggested category is the one a person gave, on real messages that were held out
 * from learning: five times, each fifth once. 417 messages drawn at random were read and put into
 * one of the fifteen groups of the real taxonomy; {@code category-labels.txt} has their numbers and
 * the groups' codes.
 */
class CategoryAccuracyTest {
  private static final int FOLDS = 5;

  private record Counts(int first, int firstThree, int majority) {
    Counts plus(Counts other) {
      return new Counts(
          first + other.first, firstThree + other.firstThree, majority + other.majority);
    }
  }

  @Test
  void heldOutMessagesGetTheCategoryAPersonGaveThem() throws IOException {
    List<Category> categories = categories();
    List<Example> examples = examples();

    Counts counts =
        IntStream.range(0, FOLDS)
            .mapToObj(fold -> tried(categories, examples, fold))
            .reduce(new Counts(0, 0, 0), Counts::plus);

    double all = examples.size();
    System.out.printf(
        "Suggested categories on %d held-out messages: first %.1f %%, among three %.1f %%; always the"
            + " most frequent %.1f %%%n",
        examples.size(),
        100 * counts.first() / all,
        100 * counts.firstThree() / all,
        100 * counts.majority() / all);
    assertTrue(counts.first() >= 0.65 * all, "Two in three are suggested first");
    assertTrue(counts.firstThree() >= 0.85 * all, "Six in seven are among the three");
    assertTrue(counts.first() > 2 * counts.majority(), "Far better than saying always the same");
  }

  private static Counts tried(List<Category> categories, List<Example> examples, int fold) {
    List<Example> learned = part(examples, fold, false);
    List<Example> heldOut = part(examples, fold, true);
    CategoryClassifier classifier = CategoryClassifier.learn(categories, learned);
    String frequent =
        learned.stream()
            .collect(Collectors.groupingBy(Example::category, Collectors.counting()))
            .entrySet()
            .stream()
            .max(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    return heldOut.stream()
        .map(example -> judged(classifier, example, frequent))
        .reduce(new Counts(0, 0, 0), Counts::plus);
  }

  private static Counts judged(CategoryClassifier classifier, Example example, String frequent) {
    List<String> groups =
        classifier.suggest(example.subject(), example.text(), 3).stream()
            .map(Category::group)
            .toList();
    return new Counts(
        groups.indexOf(example.category()) == 0 ? 1 : 0,
        groups.contains(example.category()) ? 1 : 0,
        example.category().equals(frequent) ? 1 : 0);
  }

  private static List<Example> part(List<Example> examples, int fold, boolean heldOut) {
    return IntStream.range(0, examples.size())
        .filter(place -> (place % FOLDS == fold) == heldOut)
        .mapToObj(examples::get)
        .toList();
  }

  private static List<Category> categories() {
    UploadedTable file = UploadedTable.of(SharedData.file("complaint-categories.csv"));
    return CategoryPlan.of(List.of(), CategoryTable.read(file).paths()).offered();
  }

  /** In the order of the file, which is that of their numbers as text. */
  private static List<Example> examples() throws IOException {
    Map<String, String> labels = labels();
    return TableReader.read(SharedData.file("complaints-with-replies.csv")).body().stream()
        .filter(row -> labels.containsKey(row.cell(0)))
        .map(row -> new Example(labels.get(row.cell(0)), row.cell(2), row.cell(4)))
        .toList();
  }

  private static Map<String, String> labels() throws IOException {
    try (InputStream file =
        CategoryAccuracyTest.class.getResourceAsStream("/complaint/category-labels.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }
}
