package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a list of categories changes. */
class CategoryPlanTest {
  private static final List<List<String>> LIST =
      List.of(List.of("城乡建设", "供水"), List.of("城乡建设", "供气"), List.of("交通运输"));

  private static List<String> codes(List<Category> categories) {
    return categories.stream().map(Category::code).toList();
  }

  @Test
  void codesFollowTheOrderOfTheFile() {
    CategoryPlan plan = CategoryPlan.of(List.of(), LIST);

    assertEquals(List.of("01", "0101", "0102", "02"), codes(plan.offered()));
    assertEquals(4, plan.created());
    assertEquals("01", plan.offered().get(1).parent());
  }

  @Test
  void theSameListChangesNothing() {
    CategoryPlan again = CategoryPlan.of(CategoryPlan.of(List.of(), LIST).offered(), LIST);

    assertEquals(0, again.created());
    assertEquals(List.of(), again.retired());
  }

  @Test
  void whatIsNoLongerNamedKeepsItsCode() {
    List<Category> there = CategoryPlan.of(List.of(), LIST).offered();

    CategoryPlan plan = CategoryPlan.of(there, List.of(List.of("交通运输"), List.of("城乡建设", "环卫")));

    assertEquals(List.of("02", "01", "0103"), codes(plan.offered()));
    assertEquals(List.of("0101", "0102"), codes(plan.retired()));
    assertEquals(1, plan.created());
  }

  @Test
  void moreThanTwoDigitsCanNumberIsSaid() {
    List<List<String>> many =
        IntStream.range(0, 100).mapToObj(number -> List.of("类" + number)).toList();

    assertTrue(CategoryPlan.of(List.of(), many).overflows());
    assertFalse(CategoryPlan.of(List.of(), many.subList(0, 99)).overflows());
  }
}
