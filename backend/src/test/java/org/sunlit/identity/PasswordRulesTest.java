package org.sunlit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @CsvSource({
    "short enough, ''",
    "eleven char, field.password-short",
    "Mar.Window1-secret, field.password-account",
    "password1234, field.password-common",
    "P@ssw0rd2026!, field.password-common",
    "qwertyuiop123, field.password-common",
    "woaini5201314, field.password-common",
    "aaaaaaaaaaaaaa, field.password-common",
    "kvzwhfkvzwhfkvzwhf, field.password-common",
    "123456789012, field.password-common"
  })
  void saysWhatIsWrong(String password, String key) {
    assertEquals(
        key,
        PasswordRules.objection("mar.window1", password)
            .map(PasswordRules.Objection::messageKey)
            .orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "晴川市的早晨总是有一点雾气",
        "tR9-kuv.wOz7pq",
        "晴天 and long enough"
      })
  void takesWhatIsLongAndOnesOwn(String password) {
    assertEquals(true, PasswordRules.objection("mar.window1", password).isEmpty());
  }

  @Test
  void countsCharactersAndNotTheirHalves() {
    assertEquals(false, PasswordRules.objection("a.b", "😀😁😂🤣😃😄").isEmpty());
  }
}
