package org.sunlit.document;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/** Seal uses as CSV (RFC 4180), in Chinese, for the archive: pure. */
final class SealUseTable {
  /** So that spreadsheets know it is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String LINE = "\r\n";
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<String> HEAD =
      List.of("用印时间", "印章", "文书名称", "发文字号", "办件编号", "用印人账号", "用印人", "岗位", "复核人账号");
  private static final String BY_SYSTEM = "系统（申请人提交后自动用印）";

  private SealUseTable() {}

  static String of(List<SealUses.Use> uses) {
    return BYTE_ORDER_MARK
        + Stream.concat(Stream.of(HEAD), uses.stream().map(SealUseTable::row))
            .map(row -> row.stream().map(SealUseTable::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining(LINE, "", LINE));
  }

  private static List<String> row(SealUses.Use use) {
    return Stream.of(
            AT.format(use.at().atZone(CityTime.ZONE)),
            use.unit() + use.seal(),
            use.title(),
            use.number(),
            use.caseNumber(),
            use.account(),
            use.account() == null ? BY_SYSTEM : use.name(),
            use.postName(),
            use.confirmedBy())
        .map(value -> value == null ? "" : value)
        .toList();
  }

  /** Quoted always; what a spreadsheet would take for a formula begins with an apostrophe. */
  private static String cell(String value) {
    String plain = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return '"' + plain.replace("\"", "\"\"") + '"';
  }
}
