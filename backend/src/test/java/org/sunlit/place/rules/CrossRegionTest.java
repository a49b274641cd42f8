package org.sunlit.place.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossRegionTest {
  @ParameterizedTest
  @CsvSource({
    // A township of another county, and of the same one.
    "990101001000, 990102001000, true",
    "990101001000, 990101002000, true",
    // For another county as a whole.
    "990101001000, 990102000000, true",
    // The county and the city that a township belongs to are no other region.
    "990101001000, 990101000000, false",
    "990101001000, 990100000000, false",
    // Nor is a village of its own, nor itself.
    "990101001000, 990101001201, false",
    "990101001000, 990101001000, false",
  })
  void anotherRegionIsNeitherAroundNorWithin(String window, String home, boolean between) {
    assertEquals(between, CrossRegion.between(window, home));
    assertEquals(between, CrossRegion.between(home, window), "both ways");
  }

  @ParameterizedTest
  @CsvSource({
    // A county's hall for the city, for another county, and for a township of it.
    "990101000000, 990100000000, true",
    "990101000000, 990102000000, true",
    "990101000000, 990102001000, true",
    // Its own county and townships are no other region.
    "990101000000, 990101000000, false",
    "990101000000, 990101001000, false",
    // The city's hall for its counties, and not for itself.
    "990100000000, 990101000000, true",
    "990100000000, 990101001000, true",
    "990100000000, 990100000000, false",
  })
  void hallsOfCityAndCountiesTakeInForEachOther(String hall, String home, boolean between) {
    assertEquals(between, CrossRegion.betweenHalls(hall, home));
  }
}
