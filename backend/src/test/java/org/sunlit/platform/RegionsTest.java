package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

  @ParameterizedTest
  @CsvSource({
    "510000000000, 51, true, false",
    "990100000000, 9901, true, false",
    "990101000000, 990101, false, false",
    "990101001000, 990101001, false, true",
    "990101001201, 990101001201, false, true",
    "441900003000, 441900003, false, true"
  })
  void knowsTheDigitsThatARegionSharesWithAllWithinIt(
      String code, String prefix, boolean cityOrAbove, boolean townshipOrBelow) {
    assertEquals(prefix, Regions.prefix(code));
    assertEquals(cityOrAbove, Regions.cityOrAbove(code));
    assertEquals(townshipOrBelow, Regions.townshipOrBelow(code));
    assertEquals(code, Regions.padded(prefix));
  }

  @ParameterizedTest
  @CsvSource({
    "990101001201, 990101001000, true",
    "990101001201, 990101000000, true",
    "990101001201, 990100000000, true",
    "990101001201, 990101001201, true",
    "990101001000, 990101001201, false",
    "990102001201, 990101000000, false",
    "990101010000, 990101001000, false",
    "441900003000, 441900000000, true"
  })
  void knowsWhichRegionLiesInWhich(String region, String within, boolean does) {
    assertEquals(does, Regions.within(region, within));
  }

  @ParameterizedTest
  @CsvSource({
    "990101001201, 990101001000",
    "990101001000, 990101000000",
    "990101000000, 990100000000",
    "990100000000, 990000000000",
    "441900003000, 441900000000"
  })
  void knowsTheRegionAbove(String code, String above) {
    assertEquals(above, Regions.above(code));
  }

  @Test
  void knowsNothingAboveAProvince() {
    assertThrows(IllegalArgumentException.class, () -> Regions.above("510000000000"));
  }
}
