package org.sunlit.powerlist;

import org.sunlit.api.model.ImportProgress;
import org.sunlit.api.model.ImportResult;
import org.sunlit.api.model.ImportStatus;
import org.sunlit.api.model.ModelImport;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Language;
import org.sunlit.problem.ProblemTexts;

/** From imports to the contract's, in the reader's language. */
final class ImportMapper {
  private ImportMapper() {}

  static ModelImport toApi(ImportRecord record, Language language) {
    return new ModelImport()
        .id(record.id())
        .fileName(record.fileName())
        .dryRun(record.dryRun())
        .status(ImportStatus.fromValue(record.status()))
        .startedAt(CityTime.offset(record.startedAt()))
        .finishedAt(CityTime.offset(record.finishedAt()))
        .startedBy(record.startedBy())
        .progress(new ImportProgress().done(record.done()).total(record.total()))
        .result(result(record.result()))
        .mapping(record.mapping())
        .unknownColumns(record.unknownColumns())
        .errorCount(record.errorCount())
        .errors(record.errors().stream().map(error -> error(error, language)).toList());
  }

  private static ImportResult result(PublishResult result) {
    return result == null
        ? null
        : new ImportResult()
            .created(result.created())
            .changed(result.changed())
            .unchanged(result.unchanged())
            .departmentsCreated(result.departmentsCreated())
            .standardFlows(result.standardFlows());
  }

  private static org.sunlit.api.model.ImportError error(ImportError error, Language language) {
    return new org.sunlit.api.model.ImportError()
        .row(error.row())
        .column(error.column())
        .value(error.value())
        .detail(
            ProblemTexts.text(
                language,
                error.messageKey(),
                error.args().stream().map(ImportError.Argument::shown).toArray()));
  }
}
