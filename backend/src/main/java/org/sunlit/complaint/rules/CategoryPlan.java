package org.sunlit.complaint.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a whole list of categories changes in those that are there. A category is the same as long
 * as it is called the same beneath the same one, and keeps its code; a new one gets the next code
 * beneath its parent, and none is used twice.
 *
 * @param offered all that are offered afterwards, parents before their children
 * @param created how many of them are new
 * @param retired that are no longer offered
 */
public record CategoryPlan(List<Category> offered, int created, List<Category> retired) {
  /** A list that changes nothing. */
  public static final CategoryPlan NOTHING = new CategoryPlan(List.of(), 0, List.of());

  /** Two digits give so many. */
  public static final int MOST_CHILDREN = 99;

  /**
   * The plan.
   *
   * @param there all that there ever were
   * @param wanted names from the first level down, each for a deepest category
   */
  public static CategoryPlan of(List<Category> there, List<List<String>> wanted) {
    Map<List<String>, Category> known = new HashMap<>();
    Map<String, Integer> last = new HashMap<>();
    there.forEach(
        category -> {
          known.put(category.path(), category);
          last.merge(parentOf(category.code()), place(category.code()), Math::max);
        });
    Map<List<String>, Category> offered = new LinkedHashMap<>();
    int created = 0;
    for (List<String> deepest : wanted) {
      for (int depth = 1; depth <= deepest.size(); depth++) {
        List<String> path = List.copyOf(deepest.subList(0, depth));
        if (!offered.containsKey(path)) {
          Category before = known.get(path);
          if (before == null) {
            String parent = depth == 1 ? "" : offered.get(path.subList(0, depth - 1)).code();
            int place = last.merge(parent, 1, Integer::sum);
            offered.put(path, new Category(parent + "%02d".formatted(place), path, true));
            created++;
          } else {
            offered.put(path, new Category(before.code(), path, true));
          }
        }
      }
    }
    List<Category> retired = new ArrayList<>(there);
    retired.removeIf(category -> !category.inUse() || offered.containsKey(category.path()));
    return new CategoryPlan(List.copyOf(offered.values()), created, retired);
  }

  /** Whether more lie beneath one than two digits can number. */
  public boolean overflows() {
    return offered.stream()
        .anyMatch(category -> category.code().length() != Category.DIGITS * category.path().size());
  }

  private static String parentOf(String code) {
    return code.substring(0, code.length() - Category.DIGITS);
  }

  private static int place(String code) {
    return Integer.parseInt(code.substring(code.length() - Category.DIGITS));
  }
}
