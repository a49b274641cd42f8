package org.sunlit.staff;

import java.util.List;
import org.sunlit.api.model.ImportError;
import org.sunlit.problem.Language;
import org.sunlit.problem.ProblemTexts;

/**
 * Something wrong in an imported file.
 *
 * @param row as the spreadsheet shows it; null for the file as a whole
 * @param column the column's header; null for the row as a whole
 */
record RowProblem(Integer row, String column, String value, String key, List<Object> args) {
  private static final int LONGEST_VALUE = 60;

  static RowProblem of(Integer row, String column, String value, String key, Object... args) {
    return new RowProblem(row, column, value, key, List.of(args));
  }

  ImportError shown(Language language) {
    return new ImportError()
        .row(row)
        .column(column)
        .value(
            value == null || value.isEmpty()
                ? null
                : value.codePointCount(0, value.length()) <= LONGEST_VALUE
                    ? value
                    : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…")
        .detail(ProblemTexts.text(language, key, args.toArray()));
  }
}
