package org.sunlit.document.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents are numbered, dated and checked. */
class NumbersAndDatesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-29,二〇二六年十一月二十九日",
    "2026-01-01,二〇二六年一月一日",
    "2030-10-10,二〇三〇年十月十日",
    "2027-12-20,二〇二七年十二月二十日",
    "2026-02-11,二〇二六年二月十一日",
    "2100-03-31,二一〇〇年三月三十一日"
  })
  void datesAreWrittenInChinese(LocalDate day, String written) {
    assertEquals(written, ChineseDates.written(day));
  }

  @Test
  void aNumberIsTheUnitsWordTheKindTheYearAndTheRunningNumber() {
    assertEquals("晴市监准〔2026〕12号", DocumentNumbers.of("晴市监", DocumentKind.GRANT, 2026, 12));
    assertEquals("晴市监不受〔2026〕1号", DocumentNumbers.of("晴市监", DocumentKind.NON_ACCEPTANCE, 2026, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "晴市监准〔2026〕12号",
        " 晴市监准 [2026] 12 号 ",
        "晴市监准（2026）12号",
        "晴市监准【２０２６】第12号",
        "晴市监准(2026)012"
      })
  void aNumberIsReadAsPeopleTypeIt(String typed) {
    assertEquals(Optional.of("晴市监准〔2026〕12号"), DocumentNumbers.read(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "晴市监准", "〔2026〕12号", "晴市监准〔26〕12号", "晴市监准〔2026〕0号", "x"})
  void whatCannotBeANumberIsNone(String typed) {
    assertEquals(Optional.empty(), DocumentNumbers.read(typed));
  }

  @Test
  void aCodeIsReadAsPeopleTypeIt() {
    String code = CheckCodes.random(new Random(1));
    assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), code);
    assertEquals(Optional.of(code), CheckCodes.read(code.toLowerCase().replace("-", " ")));
    assertEquals(Optional.of("0101-2345"), CheckCodes.read("olOI2345"));
    assertEquals(Optional.empty(), CheckCodes.read("0101-234"));
    assertEquals(Optional.empty(), CheckCodes.read("0101-23456"));
    assertEquals(Optional.empty(), CheckCodes.read("校验码"));
  }

  @ParameterizedTest
  @CsvSource({
    "晴川市教育局,市教育局,晴川市,晴教育",
    "晴川市发展和改革委员会,市发改委,晴川市,晴发改",
    "晴川市政务服务和大数据管理局,市政务服务局,晴川市,晴政务服务",
    "望川区民政局,,望川区,望民政",
    "甲局,,矩阵市,矩甲局"
  })
  void aUnitWithoutAWordOfItsOwnGetsOneFromItsName(
      String name, String shortName, String region, String prefix) {
    assertEquals(
        prefix,
        unit(name, shortName, region, new IssuingUnit.Own(null, null, null, null, null)).prefix());
  }

  @Test
  void whatAUnitSaysItselfCountsFirst() {
    IssuingUnit unit =
        unit("晴川市税务局", "市税务局", "晴川市", new IssuingUnit.Own("晴税", "省税务局", "Tax", "晴川法院", "Court"));
    assertEquals("晴税", unit.prefix());
    assertEquals("省税务局", unit.reviewAuthority());
    assertEquals("晴川法院", unit.court());
  }

  private static IssuingUnit unit(
      String name, String shortName, String region, IssuingUnit.Own own) {
    return new IssuingUnit.Known(name, null, shortName, region, null, null, null, own, List.of())
        .complete();
  }
}
