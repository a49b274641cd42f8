package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersAndNamesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void computesTheCheckDigitOfTheStandardsOwnExample() {
    // ISO 7064:2003, MOD 11,10: 0794 has the check digit 5.
    assertEquals(5, CheckDigits.mod11And10("0794"));
  }

  @Test
  void noticesEveryWrongDigitInACaseNumber() {
    String number = CaseNumbers.of(TODAY, 123);
    assertTrue(number.matches("20261121-000123-[0-9]"));
    assertEquals(Optional.of(number), CaseNumbers.read(number));
    for (int place = 0; place < number.length(); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (number.charAt(place) == '-' || number.charAt(place) == digit) {
          continue;
        }
        String wrong = number.substring(0, place) + digit + number.substring(place + 1);
        assertEquals(Optional.empty(), CaseNumbers.read(wrong), wrong);
      }
    }
  }

  @Test
  void readsACaseNumberAsPeopleTypeIt() {
    String number = CaseNumbers.of(TODAY, 1_234_567);
    assertEquals(Optional.of(number), CaseNumbers.read("  " + number.replace("-", "") + " "));
    StringBuilder wide = new StringBuilder();
    number.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
    assertEquals(Optional.of(number), CaseNumbers.read(wide.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7K3QX-9FMZT", "7k3qx9fmzt", " 7K3QX 9FMZT ", "７Ｋ３ＱＸ－９ＦＭＺＴ"})
  void readsATrackingCodeAsPeopleTypeIt(String typed) {
    assertEquals(Optional.of("7K3QX9FMZT"), TrackingCodes.read(typed));
  }

  @Test
  void forgivesLettersThatLookLikeDigits() {
    assertEquals(Optional.of("0011199999"), TrackingCodes.read("oOiL1-99999"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7K3QX", "7K3QX-9FMZTA", "7K3QX-9FMZU", "7K3QX-9FM?T", "汉字汉字汉字汉字汉字"})
  void refusesWhatCannotBeACode(String typed) {
    assertEquals(Optional.empty(), TrackingCodes.read(typed));
  }

  @Test
  void givesCodesOfItsOwnAlphabet() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 1000; i++) {
      String code = TrackingCodes.random(random);
      assertEquals(Optional.of(code), TrackingCodes.read(TrackingCodes.shown(code)));
    }
  }

  @ParameterizedTest
  @CsvSource({"王小明, 王**", "王伟, 王*", "欧阳娜娜, 欧阳**", "欧阳, 欧*", "阿卜杜拉·买买提, 阿**", "王, *", "𠮷田, 𠮷*"})
  void showsOfAPersonTheSurname(String name, String masked) {
    assertEquals(masked, Masks.person(name));
  }

  @ParameterizedTest
  @CsvSource({
    "晴川市星辰餐饮有限公司, 晴川**公司",
    "晴川区红旗蔬菜专业合作社, 晴川**合作社",
    "老张面馆, 老张**馆",
    "大公司, 大**",
    "晴川老年人互助联盟, 晴川**"
  })
  void showsOfAnOrganisationHowItBeginsAndEnds(String name, String masked) {
    assertEquals(masked, Masks.organisation(name));
  }

  @Test
  void showsThreeAndFourDigitsOfATelephone() {
    assertEquals("138****5678", Masks.phone("13812345678"));
    assertEquals("11**************2X", Masks.identityNumber("11010519491231002X"));
  }
}
