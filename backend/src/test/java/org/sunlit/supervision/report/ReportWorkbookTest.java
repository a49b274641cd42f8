package org.sunlit.supervision.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.sunlit.api.model.ReportHead;
import org.sunlit.api.model.ReportKind;
import org.sunlit.api.model.ReportRatings;
import org.sunlit.api.model.ReportRule;
import org.sunlit.api.model.SupervisionReport;

class ReportWorkbookTest {
  private static final ReportRatings RATED =
      new ReportRatings().code("mar").name("市场监督管理局").ended(400).rated(100).satisfied(95).months(3);
  private static final ReportRatings UNRATED =
      new ReportRatings().code("urb").name("城市管理局").ended(0).rated(0).satisfied(0).months(0);

  @Test
  void showsRatingsAsThePublishedBulletinsHaveThem() throws IOException {
    List<Row> rows = sheet("群众评价");

    assertEquals("电子监察月报（2026-01-01至2026-01-31）", rows.get(0).getCellText(0));
    assertEquals(
        List.of("部门", "办结数", "评价数", "评价率", "满意数（含基本满意）", "满意率", "计入的月数"), texts(rows.get(1), 7));
    assertEquals("市场监督管理局", rows.get(2).getCellText(0));
    assertEquals(
        List.of(400.0, 100.0, 0.25, 95.0, 0.95, 3.0),
        IntStream.rangeClosed(1, 6).mapToObj(column -> number(rows.get(2), column)).toList());
  }

  @Test
  void showsNoRateWhereThereIsNothingToBeAPartOf() throws IOException {
    Row row = sheet("群众评价").get(3);

    assertEquals("城市管理局", row.getCellText(0));
    assertEquals(0, number(row, 1));
    assertEquals("", row.getCellText(3));
    assertEquals("", row.getCellText(5));
  }

  @Test
  void showsWhatEachRuleFound() throws IOException {
    Row row = sheet("监察发现").get(2);

    assertEquals("超期办结", row.getCellText(0));
    assertEquals(7, number(row, 1));
    assertEquals(2, number(row, 2));
  }

  private static List<Row> sheet(String name) throws IOException {
    SupervisionReport report =
        new SupervisionReport()
            .head(
                new ReportHead()
                    .kind(ReportKind.MONTHLY)
                    .firstDay(LocalDate.of(2026, 1, 1))
                    .lastDay(LocalDate.of(2026, 1, 31)))
            .total(Reports.empty())
            .departments(List.of())
            .rules(List.of(new ReportRule().name("超期办结").found(7).withdrawn(2)))
            .cards(List.of())
            .ratings(List.of(RATED, UNRATED));
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(ReportWorkbook.of(report)))) {
      Sheet found = workbook.findSheet(name).orElseThrow();
      return found.read();
    }
  }

  private static List<String> texts(Row row, int count) {
    return IntStream.range(0, count).mapToObj(row::getCellText).toList();
  }

  private static double number(Row row, int column) {
    return row.getCellAsNumber(column).orElseThrow().doubleValue();
  }
}
