package org.sunlit.identity.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** RFC 6238, appendix B; six of the eight digits there. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))));
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void takesTheStepBeforeAndTheStepAfter(int away, boolean taken) {
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    long step = Totp.step(now) + away;
    OptionalLong found = Totp.stepOf(SECRET, Totp.code(SECRET, step), now);
    assertEquals(taken ? OptionalLong.of(step) : OptionalLong.empty(), found);
  }

  @Test
  void takesNothingThatIsNoCode() {
    Instant now = Instant.ofEpochSecond(59);
    for (String typed : new String[] {"", "28708", "2870820", "二八七零八二", "287 082"}) {
      assertTrue(Totp.stepOf(SECRET, typed, now).isEmpty(), typed);
    }
  }

  @Test
  void saysTheSecretAsAppsReadIt() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.typed(SECRET));
    assertEquals(
        "otpauth://totp/Sunlit:mar.window1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sunlit"
            + "&algorithm=SHA1&digits=6&period=30",
        Totp.uri(SECRET, "Sunlit", "mar.window1"));
  }

  @Test
  void readsAWrittenCodeHoweverItIsTyped() {
    assertEquals("1100ABCDEF", OneTimeCode.normal(" ilo0-abcde f"));
    assertTrue(OneTimeCode.make().matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"));
  }
}
