package org.sunlit.search;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  @Test
  void aTextBecomesPairsWordsAndItsLastCharacterWithPlaces() {
    assertEquals(
        "'公开':1A '开条':2A '条例':3A '例':4A '12345':6B '热线':7B '线':8B",
        new SearchVector()
            .with(SearchVector.Weight.A, "公开条例")
            .with(SearchVector.Weight.B, "12345热线")
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "政務公開, 政务公开",
    "ＡＢＣ１２３, abc123",
    "Résumé, resume",
    "辦理食品藥品監督, 办理食品药品监督",
  })
  void widthCaseAccentsAndTraditionalCharactersMakeNoDifference(String one, String other) {
    assertEquals(
        new SearchVector().with(SearchVector.Weight.C, other).toString(),
        new SearchVector().with(SearchVector.Weight.C, one).toString());
    assertEquals(SearchQuestion.of(other).attempts(), SearchQuestion.of(one).attempts());
  }

  @Test
  void whatIsTypedIsAskedAsWrittenThenApartThenInParts() {
    assertEquals(
        List.of(
            "('申请' <1> '请保' <1> '保障' <1> '障房')",
            "'申请' & ('申请' | '请保') & ('请保' | '保障') & ('保障' | '障房') & '障房'",
            "('申请' & '保障') | ('申请' & '障房') | ('请保' & '障房')",
            "'申请' | '请保' | '保障' | '障房'"),
        SearchQuestion.of("怎么申请保障房？").attempts());
  }

  @Test
  void threePartsAreAskedBeforeTwo() {
    List<String> attempts = SearchQuestion.of("餐馆油烟扰民").attempts();

    assertEquals("('餐馆' & '油烟' & '扰民')", attempts.get(2));
    assertTrue(attempts.get(3).contains("('油烟' & '扰民')"));
  }

  @Test
  void partsAreAskedTogetherAndLatinWordsByTheirBeginning() {
    assertEquals("'report':* & '2026' & '预算'", first("Report, 2026 预算"));
    assertEquals("('晴政' <1> '政发') & '2026' & ('12' <1> '号':*)", first("晴政发〔2026〕12号"));
    assertEquals("'税':*", first("税"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "'", "\\", "!!!", "&|<->", "( ) :*", "\u0000", "\ud800", "😀"})
  void whatHoldsNoLetterAsksNothing(String typed) {
    assertTrue(SearchQuestion.of(typed).isEmpty());
    assertEquals(List.of(), SearchQuestion.of(typed).attempts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"的", "a'b", "x\\y:*A", "𠮷野家", "㈠項", "'; drop table --", "ﷺ"})
  void whateverIsTypedIsAskedWithLettersAndDigitsOnly(String typed) {
    SearchQuestion question = SearchQuestion.of(typed.repeat(300));
    assertFalse(question.isEmpty());
    for (String attempt : question.attempts()) {
      assertTrue(attempt.matches("[\\p{L}\\p{N}' &|<>:*()]+"), attempt);
    }
    assertDoesNotThrow(() -> Excerpt.of(typed.repeat(300), question, 80));
  }

  @Test
  void anExcerptShowsTheDensestPassageWithItsHitsMarked() {
    String text = "前言。".repeat(60) + "本市保障房申請條件已經公布。" + "附则。".repeat(60);
    List<Excerpt.Piece> pieces = Excerpt.of(text, SearchQuestion.of("保障房申请"), 40);
    assertEquals(
        List.of("保障房申請"),
        pieces.stream().filter(Excerpt.Piece::hit).map(Excerpt.Piece::text).toList());
    String shown = pieces.stream().map(Excerpt.Piece::text).collect(Collectors.joining());
    assertEquals(42, shown.length());
    assertTrue(shown.startsWith("…") && shown.endsWith("…"));
  }

  @Test
  void aSingleCharacterMarksItselfAlone() {
    assertEquals(
        List.of(
            new Excerpt.Piece("减", false),
            new Excerpt.Piece("税", true),
            new Excerpt.Piece("降费", false)),
        Excerpt.of("减税降费", SearchQuestion.of("税"), 40));
  }

  @Test
  void aLongDocumentStaysWithinWhatPostgresTakes() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < 60_000; at++) {
      text.appendCodePoint(0x4e00 + (at * 7919) % 20_000);
    }
    String vector =
        new SearchVector().with(SearchVector.Weight.C, text + "x".repeat(9_000)).toString();
    assertTrue(vector.contains(":16383C"));
    assertFalse(vector.contains("16384"));
    assertEquals(20_000, vector.chars().filter(c -> c == ' ').count() + 1);
  }

  private static String first(String typed) {
    return SearchQuestion.of(typed).attempts().get(0);
  }
}
