package org.sunlit.rating.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoercionSignsTest {
  private static final SignLimits LIMITS =
      new SignLimits(5, Duration.ofMinutes(10), Duration.ofSeconds(20), 4);
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2));
  private static final Grades BEST =
      new Grades(
          Satisfaction.SATISFIED,
          Satisfaction.SATISFIED,
          Satisfaction.SATISFIED,
          Satisfaction.SATISFIED);
  private static final Grades PLAIN = new Grades(Satisfaction.SATISFIED, null, null, null);

  @Test
  void nothingOutOfTheOrdinaryIsNoSign() {
    for (Channel channel : Channel.values()) {
      assertEquals(
          List.of(),
          signs(new RatingFacts(PLAIN, channel, NOW, LONG_AGO, false, false, at(), List.of())));
    }
  }

  @Test
  void manyAtOneTerminalInAShortTimeAreABurst() {
    Instant[] four = {ago(1), ago(3), ago(7), ago(10)};
    assertEquals(List.of(SignKind.TERMINAL_BURST), signs(terminal(LONG_AGO, four)));
    Sign sign = CoercionSigns.of(terminal(LONG_AGO, four), LIMITS).get(0);
    assertEquals("同一终端10分钟内收到5次评价。", sign.reason());
    assertEquals("5 ratings at one terminal within 10 minutes.", sign.reasonEn());
  }

  @Test
  void oneFewerOrOneEarlierIsNone() {
    assertEquals(List.of(), signs(terminal(LONG_AGO, ago(1), ago(3), ago(7))));
    assertEquals(List.of(), signs(terminal(LONG_AGO, ago(1), ago(3), ago(7), ago(11))));
  }

  @Test
  void aDeviceOfTheStaffIsASignFromAfarAndNotAtATerminal() {
    for (Channel channel : List.of(Channel.LINK, Channel.ACCOUNT, Channel.SMS)) {
      assertEquals(
          List.of(SignKind.STAFF_DEVICE),
          signs(new RatingFacts(PLAIN, channel, NOW, LONG_AGO, true, false, at(), List.of())));
    }
    assertEquals(
        List.of(),
        signs(
            new RatingFacts(PLAIN, Channel.TERMINAL, NOW, LONG_AGO, true, false, at(), List.of())));
  }

  @Test
  void anAddressOfTheOfficesIsASignFromAfarAndNotAtATerminal() {
    assertEquals(
        List.of(SignKind.STAFF_NETWORK),
        signs(new RatingFacts(PLAIN, Channel.LINK, NOW, LONG_AGO, false, true, at(), List.of())));
    assertEquals(
        List.of(),
        signs(
            new RatingFacts(PLAIN, Channel.TERMINAL, NOW, LONG_AGO, false, true, at(), List.of())));
  }

  @Test
  void quickerThanAnybodyWalksToATerminalIsASign() {
    assertEquals(List.of(SignKind.TOO_SOON), signs(terminal(NOW.minusSeconds(19))));
    assertEquals(
        "办结后19秒即在窗口终端评价。",
        CoercionSigns.of(terminal(NOW.minusSeconds(19)), LIMITS).get(0).reason());
    assertEquals(List.of(), signs(terminal(NOW.minusSeconds(20))));
  }

  @Test
  void byLinkAnybodyMayBeQuick() {
    assertEquals(
        List.of(),
        signs(new RatingFacts(PLAIN, Channel.LINK, NOW, NOW, false, false, at(), List.of())));
  }

  @Test
  void aClockThatWentBackSaysNoNegativeSeconds() {
    assertEquals(
        "办结后0秒即在窗口终端评价。", CoercionSigns.of(terminal(NOW.plusSeconds(5)), LIMITS).get(0).reason());
  }

  @Test
  void allTheBestAgainAndAgainIsAStreak() {
    assertEquals(List.of(SignKind.ALL_BEST), signs(best(true, true, true)));
    assertEquals(List.of(SignKind.ALL_BEST), signs(best(true, true, true, false)));
  }

  @Test
  void aStreakIsBrokenByAnythingElse() {
    assertEquals(List.of(), signs(best(true, true)));
    assertEquals(List.of(), signs(best(true, false, true, true)));
    assertEquals(
        List.of(),
        signs(
            new RatingFacts(
                PLAIN,
                Channel.LINK,
                NOW,
                LONG_AGO,
                false,
                false,
                at(),
                Collections.nCopies(9, true))));
  }

  @Test
  void severalSignsAreAllSaid() {
    assertEquals(
        List.of(SignKind.TERMINAL_BURST, SignKind.TOO_SOON),
        signs(terminal(NOW, ago(0), ago(1), ago(2), ago(3))));
  }

  @Test
  void oneAloneIsNeitherABurstNorAStreak() {
    Duration any = Duration.ofMinutes(1);
    assertThrows(IllegalArgumentException.class, () -> new SignLimits(1, any, any, 5));
    assertThrows(IllegalArgumentException.class, () -> new SignLimits(5, any, any, 1));
  }

  @Test
  void everyReasonIsInBothLanguages() {
    CoercionSigns.of(
            new RatingFacts(
                BEST, Channel.LINK, NOW, NOW, true, true, at(), List.of(true, true, true)),
            LIMITS)
        .forEach(
            sign -> assertTrue(!sign.reason().isBlank() && !sign.reasonEn().isBlank(), "" + sign));
  }

  private static RatingFacts terminal(Instant endedAt, Instant... earlier) {
    return new RatingFacts(
        PLAIN, Channel.TERMINAL, NOW, endedAt, false, false, List.of(earlier), List.of());
  }

  private static RatingFacts best(Boolean... earlier) {
    return new RatingFacts(BEST, Channel.LINK, NOW, LONG_AGO, false, false, at(), List.of(earlier));
  }

  private static List<Instant> at() {
    return List.of();
  }

  private static Instant ago(long minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  private static List<SignKind> signs(RatingFacts facts) {
    return Stream.of(facts)
        .flatMap(one -> CoercionSigns.of(one, LIMITS).stream())
        .map(Sign::kind)
        .toList();
  }
}
