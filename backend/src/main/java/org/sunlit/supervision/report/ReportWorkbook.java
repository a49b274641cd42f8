package org.sunlit.supervision.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlit.api.model.CardMonthRow;
import org.sunlit.api.model.ReportRatings;
import org.sunlit.api.model.ReportRow;
import org.sunlit.api.model.ReportRule;
import org.sunlit.api.model.SupervisionReport;
import org.sunlit.supervision.report.rules.ReportKind;

/**
 * A report as a workbook (ISO/IEC 29500), in Chinese, for the archive: each rate beside the two
 * numbers that make it. Pure.
 */
final class ReportWorkbook {
  private static final String PERCENT = "0.0%";
  private static final String DAYS = "0.0";
  private static final int NAME_WIDTH = 24;

  private static final List<String> WORK =
      List.of(
          "部门",
          "收件数",
          "办结数",
          "有期限办结数",
          "按时办结数",
          "按时办结率",
          "提前办结数",
          "提前办结率",
          "办理数",
          "一次办结数",
          "一次办结率",
          "平均用时（工作日）",
          "补正次数",
          "退回次数",
          "行政审批专用章用印数",
          "监察发现",
          "其中撤销");
  private static final List<String> RULES = List.of("监察规则", "发现数", "其中撤销");
  private static final List<String> CARDS =
      List.of("部门", "预警", "黄牌", "红牌", "生效", "撤销", "扣分", "责令整改", "整改验收", "发起约谈", "完成约谈", "移送问责");

  private static final List<String> RATINGS =
      List.of("部门", "办结数", "评价数", "评价率", "满意数（含基本满意）", "满意率", "计入的月数");

  private ReportWorkbook() {}

  static byte[] of(SupervisionReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Sunlit", "1.0")) {
      String title =
          "电子监察"
              + ReportKind.of(report.getHead().getKind().toString()).title()
              + "（"
              + report.getHead().getFirstDay()
              + "至"
              + report.getHead().getLastDay()
              + "）";
      work(sheet(workbook, "办理情况", title, WORK), report);
      rules(sheet(workbook, "监察发现", title, RULES), report.getRules());
      cards(sheet(workbook, "电子审批事项汇总表", title, CARDS), report.getCards());
      ratings(sheet(workbook, "群众评价", title, RATINGS), report.getRatings());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Worksheet sheet(Workbook workbook, String name, String title, List<String> heads) {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.value(0, 0, title);
    sheet.style(0, 0).bold().fontSize(14).set();
    for (int column = 0; column < heads.size(); column++) {
      sheet.value(1, column, heads.get(column));
    }
    sheet.range(1, 0, 1, heads.size() - 1).style().bold().wrapText(true).set();
    sheet.width(0, NAME_WIDTH);
    sheet.freezePane(1, 2);
    return sheet;
  }

  private static void work(Worksheet sheet, SupervisionReport report) {
    int line = 2;
    for (ReportRow row :
        Stream.concat(report.getDepartments().stream(), Stream.of(report.getTotal())).toList()) {
      sheet.value(line, 0, row.getCode() == null ? "合计" : row.getName());
      sheet.value(line, 1, row.getReceived());
      sheet.value(line, 2, row.getClosed());
      sheet.value(line, 3, row.getWithDeadline());
      sheet.value(line, 4, row.getOnTime());
      rate(sheet, line, 5, row.getOnTime(), row.getWithDeadline(), PERCENT);
      sheet.value(line, 6, row.getEarly());
      rate(sheet, line, 7, row.getEarly(), row.getWithDeadline(), PERCENT);
      sheet.value(line, 8, row.getHandled());
      sheet.value(line, 9, row.getOnce());
      rate(sheet, line, 10, row.getOnce(), row.getHandled(), PERCENT);
      rate(sheet, line, 11, row.getDays(), row.getHandled(), DAYS);
      sheet.value(line, 12, row.getCorrections());
      sheet.value(line, 13, row.getReturns());
      sheet.value(line, 14, row.getSealUses());
      sheet.value(line, 15, row.getFindings());
      sheet.value(line, 16, row.getFindingsWithdrawn());
      line++;
    }
  }

  /** Nothing where there is nothing to be a part of. */
  private static void rate(
      Worksheet sheet, int line, int column, long part, int whole, String format) {
    if (whole > 0) {
      sheet.value(line, column, (double) part / whole);
      sheet.style(line, column).format(format).set();
    }
  }

  private static void rules(Worksheet sheet, List<ReportRule> rules) {
    int line = 2;
    for (ReportRule rule : rules) {
      sheet.value(line, 0, rule.getName());
      sheet.value(line, 1, rule.getFound());
      sheet.value(line, 2, rule.getWithdrawn());
      line++;
    }
  }

  private static void ratings(Worksheet sheet, List<ReportRatings> ratings) {
    int line = 2;
    for (ReportRatings row : ratings) {
      sheet.value(line, 0, row.getName());
      sheet.value(line, 1, row.getEnded());
      sheet.value(line, 2, row.getRated());
      rate(sheet, line, 3, row.getRated(), row.getEnded(), PERCENT);
      sheet.value(line, 4, row.getSatisfied());
      rate(sheet, line, 5, row.getSatisfied(), row.getRated(), PERCENT);
      sheet.value(line, 6, row.getMonths());
      line++;
    }
  }

  private static void cards(Worksheet sheet, List<CardMonthRow> cards) {
    int line = 2;
    for (CardMonthRow row : cards) {
      List<Integer> figures =
          List.of(
              row.getWarnings(),
              row.getYellow(),
              row.getRed(),
              row.getKept(),
              row.getWithdrawn(),
              row.getPoints(),
              row.getRectificationsOrdered(),
              row.getRectificationsAccepted(),
              row.getTalksCalled(),
              row.getTalksHeld(),
              row.getHandedOver());
      sheet.value(line, 0, row.getDepartment().getName());
      for (int column = 0; column < figures.size(); column++) {
        sheet.value(line, column + 1, figures.get(column));
      }
      line++;
    }
  }
}
