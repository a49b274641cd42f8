package org.sunlit.supervision.report.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.sunlit.platform.Coded;

/** How often a report is made. */
public enum ReportKind implements Coded {
  /** 周报, from Monday to Sunday (GB/T 7408.1). */
  WEEKLY("weekly", "周报", "Weekly report"),
  /** 月报. */
  MONTHLY("monthly", "月报", "Monthly report"),
  /** 季报. */
  QUARTERLY("quarterly", "季报", "Quarterly report");

  private final String code;
  private final String title;
  private final String titleEn;

  ReportKind(String code, String title, String titleEn) {
    this.code = code;
    this.title = title;
    this.titleEn = titleEn;
  }

  /** The name the API and the database use. */
  @Override
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public String titleEn() {
    return titleEn;
  }

  /** The kind with this name. */
  public static ReportKind of(String code) {
    return Coded.of(ReportKind.class, code);
  }

  /** The period that a day lies in. */
  public Period around(LocalDate day) {
    return switch (this) {
      case WEEKLY -> {
        LocalDate first = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Period(this, first, first.plusDays(6));
      }
      case MONTHLY ->
          new Period(this, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
      case QUARTERLY -> {
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1L);
        yield new Period(this, first, first.plusMonths(3).minusDays(1));
      }
    };
  }
}
