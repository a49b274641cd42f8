package org.sunlit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final TokenKey FIRST = key("first", Instant.EPOCH);
  private static final TokenKey SECOND = key("second", NOON);
  private static final TokenKey THIRD = key("third", NOON.plus(Duration.ofHours(1)));

  private final KeyRing ring = new KeyRing(List.of(THIRD, FIRST, SECOND));

  private static TokenKey key(String id, Instant from) {
    return new TokenKey(id, null, null, from);
  }

  @Test
  void signsWithTheLatestThatHasBegun() {
    assertEquals(FIRST, ring.signer(NOON.minusSeconds(1)));
    assertEquals(SECOND, ring.signer(NOON));
    assertEquals(THIRD, ring.signer(NOON.plus(Duration.ofDays(1))));
  }

  @Test
  void knowsTheNextBeforeItSigns() {
    assertTrue(ring.verifier("second", NOON.minusSeconds(60)).isPresent());
    assertTrue(ring.verifier("third", NOON.minusSeconds(60)).isPresent());
  }

  @Test
  void takesTheOneBeforeAsLongAsItsTokensAreAboutAndNoLonger() {
    Instant end = NOON.plus(KeyRing.OVERLAP);
    assertTrue(ring.verifier("first", NOON.plusSeconds(1)).isPresent());
    assertTrue(ring.verifier("first", end.minusSeconds(1)).isPresent());
    assertTrue(ring.verifier("first", end).isEmpty());
    assertTrue(KeyRing.OVERLAP.compareTo(AccessTokens.LIFE) > 0);
  }

  @Test
  void knowsNoOther() {
    assertTrue(ring.verifier("../../etc/passwd", NOON).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new KeyRing(List.of()));
  }

  @Test
  void signsWithTheFirstWhenNoneHasBegun() {
    KeyRing early = new KeyRing(List.of(SECOND, THIRD));
    assertEquals(SECOND, early.signer(NOON.minusSeconds(1)));
  }
}
