package org.sunlit.powerlist;

import java.util.List;
import java.util.Optional;
import org.sunlit.powerlist.table.Table;
import org.sunlit.powerlist.table.TableProblem;
import org.sunlit.powerlist.table.TableReader;

/**
 * A file as read, with its rows as understood.
 *
 * @param total how many rows of items it has
 */
record ImportFile(ColumnMapping mapping, List<RowDraft> rows, int total) {
  /** Empty when the file as a whole is of no use; what is wrong is in the errors. */
  static Optional<ImportFile> read(ImportRequest request, ImportErrors errors) {
    Table table;
    try {
      table = TableReader.read(request.file());
    } catch (TableProblem problem) {
      errors.add(ImportError.of(problem.row(), null, null, problem.messageKey(), problem.args()));
      return Optional.empty();
    }
    return ColumnMapping.of(table, request.mapping(), errors)
        .flatMap(
            mapping -> {
              int total = RowReader.count(table, mapping);
              if (total == 0) {
                errors.add(mapping.headerRow(), null, null, "import.no-rows");
                return Optional.empty();
              }
              return Optional.of(
                  new ImportFile(mapping, new RowReader(mapping, errors).read(table), total));
            });
  }
}
