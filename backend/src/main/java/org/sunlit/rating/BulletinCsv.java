package org.sunlit.rating;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sunlit.rating.Bulletins.Bulletin;
import org.sunlit.rating.rules.DepartmentTally;
import org.sunlit.rating.rules.Tally;

/** A bulletin as a table: rates with what they are rates of. Pure. */
final class BulletinCsv {
  /** Spreadsheets take the file for UTF-8 then. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String[] HEADER = {
    "月份 month",
    "部门编码 departmentCode",
    "部门 department",
    "办结数 casesEnded",
    "评价数 ratings",
    "满意 satisfied",
    "基本满意 basicallySatisfied",
    "不满意 notSatisfied",
    "参评率% responseRate",
    "满意率% satisfactionRate",
    "效率满意率% efficiencyRate",
    "态度满意率% attitudeRate",
    "质量满意率% qualityRate"
  };

  private BulletinCsv() {}

  static String of(Bulletin bulletin) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    try (CSVPrinter printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(text)) {
      for (DepartmentTally tally : bulletin.departments()) {
        Tally overall = tally.overall();
        printer.printRecord(
            bulletin.month(),
            tally.code(),
            tally.name(),
            tally.casesEnded(),
            overall.ratings(),
            overall.satisfied(),
            overall.basicallySatisfied(),
            overall.notSatisfied(),
            percent(overall.ratings(), tally.casesEnded()),
            satisfied(overall),
            satisfied(tally.efficiency()),
            satisfied(tally.attitude()),
            satisfied(tally.quality()));
      }
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Satisfied or basically satisfied, of all that were given. */
  private static String satisfied(Tally tally) {
    return tally == null
        ? ""
        : percent(tally.satisfied() + tally.basicallySatisfied(), tally.ratings());
  }

  /** With one place after the point; nothing where there is nothing to be a part of. */
  private static String percent(int part, int whole) {
    return whole == 0 ? "" : "%.1f".formatted(100.0 * part / whole);
  }
}
