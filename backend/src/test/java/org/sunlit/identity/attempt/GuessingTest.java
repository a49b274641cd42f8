package org.sunlit.identity.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What guessing is worth: the figures of ADR 0075. */
class GuessingTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);

  /** Of a million codes, those of three steps are right at any moment. */
  private static final double CODE_ODDS = 3.0 / 1_000_000;

  /** Ten recovery codes of fifty bits. */
  private static final double RECOVERY_ODDS = 10 / Math.pow(2, 50);

  @ParameterizedTest
  @CsvSource({
    "PASSWORD, 9, 0",
    "PASSWORD, 10, 2",
    "PASSWORD, 11, 4",
    "PASSWORD, 18, 512",
    "PASSWORD, 19, 900",
    "PASSWORD, 1000000, 900",
    "CODE, 4, 0",
    "CODE, 5, 2",
    "CODE, 40, 14400"
  })
  void makesTheNextTryWait(AttemptKind kind, int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), kind.waitAfter(failures));
  }

  @Test
  void leavesAPasswordAHundredAndThirteenGuessesADayFromEachNetwork() {
    assertEquals(113, AttemptKind.PASSWORD.guessesWithin(DAY));
    assertTrue(AttemptKind.PASSWORD.guessesWithin(YEAR) < 36_000);
  }

  @Test
  void leavesACodeOneChanceInAHundredAYearForSomebodyWhoHasThePassword() {
    assertTrue(AttemptKind.CODE.guessesWithin(DAY) <= 23);
    assertTrue(AttemptKind.CODE.guessesWithin(YEAR) * CODE_ODDS < 0.01);
    assertTrue(AttemptKind.CODE.guessesWithin(YEAR) * RECOVERY_ODDS < 1e-10);
  }

  @Test
  void leavesAForgottenPasswordsCodeNoChanceInItsDay() {
    double fromAMillionNetworks = 1e6 * AttemptKind.PASSWORD_CODE.guessesWithin(DAY);
    assertTrue(fromAMillionNetworks / Math.pow(2, 50) < 1e-7);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2",
    "::ffff:192.0.2.9, 192.0.2",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:",
    "2001:0DB8:0001::7, 2001:db8:1:",
    "2001:db8::1, 2001:db8:0:",
    "fe80::1%eth0, fe80:0:0:",
    "::1, 0:0:0:"
  })
  void countsByNetwork(String address, String network) {
    assertEquals(network, Network.of(address));
  }
}
