package org.sunlit.powerlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellRulesTest {
  @ParameterizedTest
  @CsvSource({
    "20, , LICENCE, 20, workingDays",
    "20, 自然日, LICENCE, 20, calendarDays",
    "20, 个工作日, LICENCE, 20, workingDays",
    "20个工作日, 自然日, LICENCE, 20, workingDays",
    "20 工作日, , PENALTY, 20, workingDays",
    "20日, , LICENCE, 20, workingDays",
    "20日, , PENALTY, 20, calendarDays",
    "３０自然日, , OTHER, 30, calendarDays",
    "4小时, , OTHER, 4, hours",
    "当场办结, , OTHER, 0, workingDays",
    "即办, , OTHER, 0, workingDays",
    "7 working days, , OTHER, 7, workingDays",
    "1 day, , OTHER, 1, calendarDays"
  })
  void understandsLimits(String text, String unit, Category category, int amount, String counted) {
    Cell<org.sunlit.calendar.Limit> limit = CellRules.limit(text, unit, category);
    assertNull(limit.wrong());
    assertEquals(amount, limit.value().amount());
    assertEquals(counted, limit.value().unit().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "无", "—"})
  void takesNoLimitForNoLimit(String text) {
    assertNull(CellRules.limit(text, null, Category.LICENCE).value());
    assertNull(CellRules.limit(text, null, Category.LICENCE).wrong());
  }

  @ParameterizedTest
  @CsvSource({
    "三个月, import.limit",
    "3个月, import.limit",
    "1.5, import.limit",
    "9999, import.number-too-large",
    "20个, import.limit",
    "99999999999999999999, import.limit"
  })
  void refusesLimitsItDoesNotUnderstand(String text, String wrong) {
    assertEquals(wrong, CellRules.limit(text, null, Category.LICENCE).wrong());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 2026-02-28",
    "2026/2/8, 2026-02-08",
    "2026.2.8, 2026-02-08",
    "2026年2月8日, 2026-02-08",
    "20260208, 2026-02-08",
    "2024-02-29 00:00:00, 2024-02-29"
  })
  void understandsDates(String text, LocalDate date) {
    assertEquals(date, CellRules.date(text).value());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, import.no-such-date",
    "2026-13-01, import.no-such-date",
    "2025-02-29, import.no-such-date",
    "明天, import.not-a-date",
    "45000, import.not-a-date",
    "1900-01-01, import.not-a-date"
  })
  void refusesDaysThatDoNotExist(String text, String wrong) {
    assertEquals(wrong, CellRules.date(text).wrong());
  }

  @ParameterizedTest
  @CsvSource({
    "行政许可, LICENCE",
    "其他权力, OTHER",
    "licence, LICENCE",
    "公共服务事项, PUBLIC_SERVICE",
    "行 政 处 罚, PENALTY"
  })
  void understandsCategories(String text, Category category) {
    assertEquals(category, CellRules.category(text).value());
  }

  @Test
  void readsLawsMaterialsAndFees() {
    LegalBasis basis =
        TextCells.legalBases("1.《中华人民共和国食品安全法》（2021修正）第三十五条：国家对食品生产经营实行许可制度。").get(0);
    assertEquals(new LegalBasis("中华人民共和国食品安全法", "第三十五条", "国家对食品生产经营实行许可制度。"), basis);
    assertEquals("省政府令第349号", TextCells.legalBases("省政府令第349号").get(0).law());
    assertEquals(2, TextCells.materials("1.申请书\n（二）身份证").size());
    assertEquals("身份证", TextCells.materials("1.申请书\n（二）身份证").get(1).name());
    assertNull(TextCells.fees(""));
    assertEquals(0, TextCells.fees("不收费").size());
    assertEquals("每证10元", TextCells.fees("每证10元").get(0).standard());
  }

  @ParameterizedTest
  @CsvSource({
    "511602, 511602000000, COUNTY, 5116",
    "511600000000, 511600000000, CITY, ",
    "511602001, 511602001000, TOWNSHIP, 511602",
    "511602001201, 511602001201, VILLAGE, 511602001",
    "441900003000, 441900003000, TOWNSHIP, 441900"
  })
  void knowsRegionCodes(String text, String code, RegionLevel level, String parent) {
    assertEquals(code, CellRules.region(text).value());
    assertEquals(level, RegionCodes.level(code));
    assertEquals(
        parent,
        RegionCodes.parent(code)
            .map(one -> one.replaceAll("0+$", "").replaceAll("^4419$", "441900"))
            .orElse(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"510000000000", "51160", "5116020000001", "511602000201", "abc", "000000000000"})
  void refusesOtherRegionCodes(String text) {
    assertEquals("import.region-code", CellRules.region(text).wrong());
  }
}
