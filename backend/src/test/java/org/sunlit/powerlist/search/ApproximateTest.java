package org.sunlit.powerlist.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproximateTest {
  @ParameterizedTest
  @CsvSource({
    "食品经营许可证核发, 食品经营, true",
    "食品经营许可证核发, 食品经菅, true",
    "食品经营许可证核发, 食经营许, true",
    "食品经营许可证核发, 食品经营营许, true",
    "食品经营许可证核发, 食经品营, true",
    "食品经营许可证核发, 食品生产许, false",
    "食品经营许可证核发, 证核发放, true",
    "abcdef, xbcdex, false",
    "abc, abcd, true",
    "'', ab, false",
    "'', a, true"
  })
  void findsAPatternWithAtMostOneMistake(String text, String pattern, boolean expected) {
    assertEquals(expected, Approximate.containsWithOneMistake(text, pattern));
  }

  @ParameterizedTest
  @CsvSource({"食品经营许可证核发, 食经许发, 4", "食品经营许可证核发, 食经许吃, 3", "食品经营许可证核发, 发核, 1", "'', 发, 0"})
  void countsCharactersInOrder(String text, String pattern, int expected) {
    assertEquals(expected, Approximate.inOrderCount(text, pattern));
    assertEquals(expected == pattern.length(), Approximate.inOrder(text, pattern));
  }
}
