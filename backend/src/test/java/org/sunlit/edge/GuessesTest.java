package org.sunlit.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wrong codes make their sender wait, and nobody else. */
class GuessesTest {
  private static final Address ATTACKER = new Address("203.0.113.66");
  private static final Address CITIZEN = new Address("198.51.100.7");

  private final Guesses guesses = guesses(Map.of());

  private static Guesses guesses(Map<String, String> configured) {
    EdgeSettings settings =
        new SmallRyeConfigBuilder()
            .withMapping(EdgeSettings.class)
            .withDefaultValues(configured)
            .build()
            .getConfigMapping(EdgeSettings.class);
    return new Guesses(settings, new SimpleMeterRegistry());
  }

  @Test
  void makesWhoGuessesAtOneCaseWait() {
    int looked = guessAt("case", ATTACKER, 1000);
    assertEquals(10, looked);
    long wait = guesses.mustWait(ATTACKER, "case").orElseThrow();
    assertTrue(wait >= 1 && wait <= 60, "one comes back each minute: " + wait);
  }

  @Test
  void letsTheOwnerInWhileSomebodyElseGuessesAtTheSameCase() {
    for (int attacker = 0; attacker < 50; attacker++) {
      guessAt("case", new Address("203.0.113." + attacker), 100);
    }
    assertTrue(guesses.mustWait(CITIZEN, "case").isEmpty());
  }

  @Test
  void letsANeighbourInWhileSomebodyGuessesFromTheSameAddress() {
    for (int number = 0; number < 500; number++) {
      guessAt("case-" + number, ATTACKER, 20);
    }
    assertTrue(guesses.mustWait(ATTACKER, "the neighbour's").isEmpty());
  }

  @Test
  void givesOnlyOneTryForEachCaseToAnAddressThatGuessesAtMany() {
    for (int number = 0; number < 10; number++) {
      guessAt("case-" + number, ATTACKER, 20);
    }
    assertEquals(1, guessAt("the next", ATTACKER, 100));
  }

  @Test
  void countsTriesThatCameAtOnceAgainstThoseThatFollow() {
    for (int parallel = 0; parallel < 100; parallel++) {
      guesses.wrong(ATTACKER, "case");
    }
    long wait = guesses.mustWait(ATTACKER, "case").orElseThrow();
    assertTrue(wait > 90 * 60, "ninety more than allowed are ninety minutes: " + wait);
  }

  @Test
  void costsNothingWhileNobodyGuesses() {
    assertFalse(guesses.mustWait(CITIZEN, "case").isPresent());
  }

  /** Sends wrong codes until told to wait; returns how many were looked at. */
  private int guessAt(String thing, Address from, int most) {
    int looked = 0;
    while (looked < most && guesses.mustWait(from, thing).isEmpty()) {
      guesses.wrong(from, thing);
      looked++;
    }
    return looked;
  }
}
