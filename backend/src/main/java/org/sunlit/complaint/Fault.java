package org.sunlit.complaint;

import java.util.List;
import java.util.stream.Stream;
import org.sunlit.api.model.ImportError;
import org.sunlit.problem.Language;
import org.sunlit.problem.ProblemTexts;

/**
 * Something wrong in an imported file, without what stands there: that may be personal.
 *
 * @param row as a spreadsheet shows it; null for the file as a whole
 * @param column its header; null for the row as a whole
 * @param key of the {@code problems} bundles
 */
record Fault(Integer row, String column, String key, List<String> args) {
  private static final int MOST_SHOWN = 1_000;

  static Fault of(Integer row, String column, String key, Object... args) {
    return new Fault(row, column, key, Stream.of(args).map(String::valueOf).toList());
  }

  /** The first thousand, in the reader's language. */
  static List<ImportError> shown(List<Fault> faults, Language language) {
    return faults.stream().limit(MOST_SHOWN).map(fault -> fault.shown(language)).toList();
  }

  /** The first thousand, as they are kept. */
  static List<Fault> kept(List<Fault> faults) {
    return faults.subList(0, Math.min(MOST_SHOWN, faults.size()));
  }

  private ImportError shown(Language language) {
    return new ImportError()
        .row(row)
        .column(column)
        .detail(ProblemTexts.text(language, key, args.toArray()));
  }
}
