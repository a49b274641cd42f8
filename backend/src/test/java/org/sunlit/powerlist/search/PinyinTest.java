package org.sunlit.powerlist.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
  @ParameterizedTest
  @CsvSource({
    "食品经营, spjy, true",
    "食品经营, pjy, true",
    "食品经营, yj, false",
    "会计, kj, true",
    "会计, hj, true",
    "银行, yh, true",
    "行政, xz, true",
    "绿化, lh, true"
  })
  void hasInitialsUnderAnyLikelyReading(String text, String initials, boolean expected) {
    assertEquals(expected, Pinyin.hasInitials(text, initials));
  }

  @ParameterizedTest
  @CsvSource({
    "食品经营, shipinjingying, true",
    "食品经营, pinjing, true",
    "食品经营, shipinj, true",
    "食品经营, ipin, false",
    "会计, kuaiji, true",
    "会计, huiji, true",
    "西安, xian, true",
    "先进, xian, true",
    "女职工, nvzhi, true"
  })
  void readsFromACharacterOn(String text, String typed, boolean expected) {
    assertEquals(expected, Pinyin.readsWithin(text, typed));
  }

  @Test
  void readsLettersAsThemselvesAndSkipsDigits() {
    assertEquals("g基站", Pinyin.readable("5g基站"));
    assertEquals("gjizhan", Pinyin.full("g基站"));
    assertEquals("gjz", Pinyin.initials("g基站"));
  }

  @Test
  void leavesOutReadingsNobodyMeans() {
    assertEquals("shi", Pinyin.full("食"));
    assertEquals(
        List.of("kuaiji", "huiji"),
        Pinyin.fulls("会计").stream().sorted((a, b) -> b.compareTo(a)).toList());
    assertTrue(Pinyin.initialPairs("会计").containsAll(List.of("hj", "kj")));
  }
}
