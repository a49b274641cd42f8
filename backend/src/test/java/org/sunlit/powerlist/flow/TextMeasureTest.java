package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextMeasureTest {
  @Test
  void givesAChineseCharacterOneEmAndALatinLetterAboutHalf() {
    assertEquals(40, TextMeasure.width("行政许可", 10, false));
    assertEquals(6 * 5.6, TextMeasure.width("permanent".substring(0, 3) + "aaa", 10, false), 3);
  }

  @Test
  void breaksWhereAReaderPauses() {
    assertEquals(List.of("不符合条件，", "报审批"), TextMeasure.wrap("不符合条件，报审批", 11, false, 68));
    assertEquals(
        List.of("Not eligible,", "to decision"),
        TextMeasure.wrap("Not eligible, to decision", 11, false, 68));
  }

  @Test
  void keepsWordsWholeUntilTheyAreTooLong() {
    assertEquals(List.of("Not", "recommended"), TextMeasure.wrap("Not recommended", 14, true, 92));
    assertTrue(TextMeasure.wrap("W".repeat(300), 14, true, 92).size() > 10);
  }

  @Test
  void startsNoLineWithClosingPunctuation() {
    for (int width = 40; width < 200; width += 3) {
      for (String line : TextMeasure.wrap("受理（含一次性告知）、审核；办结。", 11, false, width)) {
        assertTrue("，。、；）".indexOf(line.charAt(0)) < 0, line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "、、、、、、、、", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "（（（（（（（（（（"})
  void endsOnAnything(String text) {
    for (double width : new double[] {0, 1, 12, 40}) {
      assertEquals(text.strip(), String.join("", TextMeasure.wrap(text, 11, false, width)).strip());
    }
  }
}
