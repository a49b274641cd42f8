package org.sunlit.citizen.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void knowsTheIdentityNumbersOfTheStandard(String number) {
    assertTrue(IdentityNumbers.isResident(number, TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "110105194912310021, wrong check digit",
    "11010519490230002X, 30 February",
    "11010520991231001X, born in the future",
    "00010519491231002X, no such division",
    "110105491231002, the old fifteen digits"
  })
  void refusesAnIdentityNumberWith(String number, String what) {
    assertFalse(IdentityNumbers.isResident(number, TODAY), what);
  }

  @Test
  void checksSocialCreditCodes() {
    assertTrue(IdentityNumbers.isSocialCredit("91350100M000100Y43"));
    assertFalse(IdentityNumbers.isSocialCredit("91350100M000100Y44"));
    assertFalse(IdentityNumbers.isSocialCredit("91350100M000100I43"));
    assertFalse(IdentityNumbers.isSocialCredit("9135"));
  }

  @Test
  void keepsANumberAsItIsPrinted() {
    assertEquals("11010519491231002X", IdentityNumbers.plain(" 110105 19491231 002x "));
    assertNull(IdentityNumbers.plain("  "));
  }

  @ParameterizedTest
  @CsvSource({
    "13800138000, 138 0013 8000",
    "13800138000, +8613800138000",
    "13800138000, １３８００１３８０００",
    "li.ming, Li.Ming"
  })
  void comparesNamesAsPeopleMeanThem(String plain, String typed) {
    assertEquals(plain, SignInNames.plain(typed));
  }
}
