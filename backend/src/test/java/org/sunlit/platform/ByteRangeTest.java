package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14.1.2. */
class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 499",
    "bytes=500-999, 500, 999",
    "bytes=500-, 500, 999",
    "bytes=-1, 999, 999",
    "bytes=-5000, 0, 999",
    "bytes=999-999999999999999999, 999, 999"
  })
  void oneRangeIsCutToTheFile(String header, long first, long last) throws Exception {
    assertEquals(Optional.of(new ByteRange(first, last)), ByteRange.of(header, 1000));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "bytes=-",
        "bytes=9-3",
        "bytes=0-1,5-6",
        "lines=0-1",
        "bytes=a-b",
        "bytes=0-9999999999999999999"
      })
  void whatIsNoSingleRangeIsAnsweredWithTheWhole(String header) throws Exception {
    assertEquals(Optional.empty(), ByteRange.of(header, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
  void whatBeginsBehindTheEndIsRefused(String header) {
    assertThrows(ByteRange.Unsatisfiable.class, () -> ByteRange.of(header, 1000));
  }
}
