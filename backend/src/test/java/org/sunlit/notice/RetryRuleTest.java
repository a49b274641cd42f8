package org.sunlit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

  @ParameterizedTest
  @CsvSource({"1, PT10S", "2, PT20S", "5, PT2M40S", "9, PT42M40S", "10, PT1H", "11, PT1H"})
  void waitsTwiceAsLongEachTimeUpToAnHour(int attempts, Duration wait) {
    assertEquals(Optional.of(wait), RetryRule.waitAfter(attempts));
  }

  @Test
  void givesUpAfterTwelveAttempts() {
    assertEquals(Optional.empty(), RetryRule.waitAfter(12));
  }
}
