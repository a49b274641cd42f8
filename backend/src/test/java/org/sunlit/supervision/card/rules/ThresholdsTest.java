package org.sunlit.supervision.card.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.supervision.Severity;
import org.sunlit.supervision.card.rules.Thresholds.Consequence;
import org.sunlit.supervision.card.rules.Thresholds.Counted;
import org.sunlit.supervision.card.rules.Thresholds.Talking;

class ThresholdsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
  static final Thresholds USUAL =
      new Thresholds(
          Colour.WARNING,
          Colour.YELLOW,
          Colour.RED,
          3,
          Duration.ofDays(90),
          3,
          Duration.ofDays(365),
          Map.of(Colour.WARNING, 0, Colour.YELLOW, 2, Colour.RED, 6),
          new Talking(6, 3, Duration.ofDays(365)),
          new Talking(12, 6, Duration.ofDays(365)),
          2);

  @ParameterizedTest
  @CsvSource({"MINOR, WARNING", "SERIOUS, YELLOW", "GRAVE, RED"})
  void aFindingLeadsToWhatItsSeverityIs(Severity severity, Colour colour) {
    assertEquals(Optional.of(colour), USUAL.of(severity));
  }

  @Test
  void aReminderLeadsToNothing() {
    assertEquals(Optional.empty(), USUAL.of(Severity.REMINDER));
  }

  @ParameterizedTest
  @CsvSource({"WARNING, 0, 0", "YELLOW, 0, 2", "RED, 0, 6", "RED, 4, 2", "RED, 6, 0", "RED, 9, 0"})
  void nothingIsPaidTwice(Colour colour, int paidBefore, int points) {
    assertEquals(points, USUAL.points(colour, paidBefore));
  }

  @Test
  void severalMakeOneOfTheNextColour() {
    assertEquals(Colour.YELLOW, USUAL.raise(Colour.WARNING).orElseThrow().to());
    assertEquals(Colour.RED, USUAL.raise(Colour.YELLOW).orElseThrow().to());
    assertTrue(USUAL.raise(Colour.RED).isEmpty());
  }

  /** Yellow cards so many days ago, and what the last of them leads to. */
  @ParameterizedTest
  @CsvSource({
    "0, NOTHING, 2, 1",
    "0 10, NOTHING, 4, 2",
    "0 10 20, TALK, 6, 3",
    "0 10 400, NOTHING, 4, 2",
    "0 10 364, TALK, 6, 3"
  })
  void aTalkIsCalledAtTheThreshold(String daysAgo, Consequence what, int points, int cards) {
    var outcome = USUAL.outcome(Party.PERSON, file(daysAgo), false, null, NOW);
    assertEquals(what, outcome.what());
    if (what != Consequence.NOTHING) {
      assertEquals(points, outcome.points());
      assertEquals(cards, outcome.cards());
    }
  }

  @Test
  void oneRedCardIsEnoughForAPersonAndNotForADepartment() {
    List<Counted> file = List.of(new Counted(NOW, Colour.RED, 6));
    assertEquals(Consequence.TALK, USUAL.outcome(Party.PERSON, file, false, null, NOW).what());
    assertEquals(
        Consequence.NOTHING, USUAL.outcome(Party.DEPARTMENT, file, false, null, NOW).what());
  }

  @Test
  void warningsNeverCountTowardATalk() {
    List<Counted> file =
        Stream.generate(() -> new Counted(NOW, Colour.WARNING, 0)).limit(20).toList();
    assertEquals(Consequence.NOTHING, USUAL.outcome(Party.PERSON, file, false, null, NOW).what());
  }

  @Test
  void aSecondTalkIsNotCalledWhileOneIsOpen() {
    assertEquals(
        Consequence.NOTHING, USUAL.outcome(Party.PERSON, file("0 1 2"), true, null, NOW).what());
  }

  /** Cards before the talk are settled; two after it are what 约谈后效果不佳 means here. */
  @ParameterizedTest
  @CsvSource({
    "0 20 30 40, 10, NOTHING",
    "0 5 20 30, 10, ACCOUNTABILITY",
    "0 5 20 30, 366, TALK",
    "0 5, 366, NOTHING"
  })
  void whatGoesOnAfterATalkLeadsToAccountability(
      String daysAgo, int talkedDaysAgo, Consequence what) {
    Instant talked = NOW.minus(Duration.ofDays(talkedDaysAgo));
    assertEquals(what, USUAL.outcome(Party.PERSON, file(daysAgo), false, talked, NOW).what());
  }

  @Test
  void aTalkStandsAsLongAsWhatLedToIt() {
    assertTrue(USUAL.talkStands(Party.PERSON, file("0 10 20"), null, NOW));
    assertFalse(USUAL.talkStands(Party.PERSON, file("0 10"), null, NOW));
    assertFalse(USUAL.talkStands(Party.PERSON, List.of(), null, NOW));
  }

  private static List<Counted> file(String daysAgo) {
    return Stream.of(daysAgo.split(" "))
        .map(Integer::valueOf)
        .map(days -> new Counted(NOW.minus(Duration.ofDays(days)), Colour.YELLOW, 2))
        .toList();
  }
}
