package org.sunlit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

  @ParameterizedTest
  @CsvSource({"13812345678, 138****5678", "0990-1234567, 099*****4567", "12345, *****", ","})
  void showsNoMoreOfANumberThanItsEnds(String telephone, String masked) {
    assertEquals(masked, new Notice("A", telephone, "文", "text").maskedTelephone());
  }
}
