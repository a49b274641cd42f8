package org.sunlit.promise.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** What somebody signs. */
class PromiseWordsTest {
  private static final Piece PLAN =
      Piece.late("M2", new Limit(10, LimitUnit.WORKING_DAYS), "平面图", "Floor plan");
  private static final Piece CONDITIONS = Piece.conditions(new Limit(30, LimitUnit.CALENDAR_DAYS));

  private static PromiseWords.Text text(boolean ends, Piece... pieces) {
    return PromiseWords.of(
        new PromiseWords.Subject(
            "食品经营许可",
            null,
            3,
            List.of(pieces),
            List.of("有与经营规模相适应的场所"),
            List.of(),
            List.of(new PromiseWords.Name("场所证明", null)),
            ends,
            "违反的一年内不再适用。",
            null));
  }

  private static String all(PromiseWords.Text text) {
    return text.lines().stream()
        .map(line -> line.text() + "\n" + line.textEn())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void namesEachMaterialWithItsTimeAndWhatABreachDoes() {
    PromiseWords.Text text = text(true, PLAN);
    assertEquals("1-3", text.version());
    assertEquals(PromiseWords.version(3), text.version());
    assertEquals("容缺后补承诺书", text.title());
    assertTrue(all(text).contains("平面图：10个工作日内"));
    assertTrue(all(text).contains("Floor plan: within 10 working days"));
    assertTrue(all(text).contains("终止办理"));
    assertTrue(all(text).contains("违反的一年内不再适用。"));
    assertFalse(all(text).contains("场所证明"), "only who promises conditions hands that in less");
  }

  @Test
  void namesConditionsWhatTheyReplaceAndWhenTheyAreChecked() {
    PromiseWords.Text text = text(false, CONDITIONS);
    assertEquals("告知承诺书", text.title());
    assertTrue(all(text).contains("有与经营规模相适应的场所"));
    assertTrue(all(text).contains("以本承诺代替提交：场所证明"));
    assertTrue(all(text).contains("作出决定后30日内核查"));
    assertTrue(all(text).contains("不作准予决定"));
    assertFalse(all(text).contains("延期"));
  }

  @Test
  void bothTogetherHaveOneText() {
    assertEquals("告知承诺与容缺后补承诺书", text(false, PLAN, CONDITIONS).title());
  }
}
