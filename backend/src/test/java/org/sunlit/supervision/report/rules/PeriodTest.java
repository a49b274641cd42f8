package org.sunlit.supervision.report.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.supervision.Severity;
import org.sunlit.supervision.rules.RuleGroup;
import org.sunlit.supervision.rules.RuleHead;

/** Periods of reports, and what a bulletin says. */
class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "weekly, 2026-11-30, 2026-11-30, 2026-12-06",
    "weekly, 2027-01-01, 2026-12-28, 2027-01-03",
    "monthly, 2026-02-28, 2026-02-01, 2026-02-28",
    "monthly, 2028-02-10, 2028-02-01, 2028-02-29",
    "quarterly, 2026-12-31, 2026-10-01, 2026-12-31",
    "quarterly, 2026-05-15, 2026-04-01, 2026-06-30",
  })
  void aDayLiesInOnePeriod(String kind, LocalDate day, LocalDate first, LocalDate last) {
    Period period = ReportKind.of(kind).around(day);
    assertEquals(new Period(ReportKind.of(kind), first, last), period);
    assertEquals(first.minusDays(1), period.before().last());
  }

  @Test
  void itBeginsAndEndsAtMidnightOfTheCity() {
    Period october = ReportKind.MONTHLY.around(LocalDate.of(2026, 10, 9));
    assertEquals(Instant.parse("2026-09-30T16:00:00Z"), october.from());
    assertEquals(Instant.parse("2026-10-31T16:00:00Z"), october.until());
  }

  @Test
  void aBulletinTellsTheFactsAndNobodysName() {
    RuleHead rule =
        new RuleHead(
            "decision.late",
            RuleGroup.CLOCKS,
            Severity.SERIOUS,
            "办件超时",
            "Decided late",
            List.of(new RuleHead.Ground("行政许可法", "Licensing Law", "第四十二条", "Article 42")),
            "",
            "",
            "",
            "");
    Bulletins.Facts facts = new Bulletins.Facts("市住建局", "施工许可", "yellow", 2);
    assertEquals(
        "电子监察发现，市住建局办理“施工许可”事项时存在“办件超时”问题，不符合《行政许可法》第四十二条的规定，现予黄牌警告，效能扣2分，责令整改，特此通报。",
        Bulletins.chinese(facts, rule));
    String bare = Bulletins.chinese(new Bulletins.Facts("市住建局", null, "red", 0), rule);
    assertTrue(bare.contains("市住建局办理事项时"), bare);
    assertTrue(bare.contains("红牌警告，责令整改"), bare);
    assertFalse(bare.contains("扣"), bare);
    assertTrue(Bulletins.english(facts, rule).contains("against Licensing Law, Article 42"));
  }
}
