package org.sunlit.complaint;

import java.util.List;
import org.sunlit.api.model.ComplaintAnswer;
import org.sunlit.api.model.ComplaintKind;
import org.sunlit.api.model.ComplaintMark;
import org.sunlit.api.model.EarlierAnswerImport;
import org.sunlit.api.model.EarlierAnswerMark;
import org.sunlit.api.model.EarlierAnswerPreview;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.Redaction;
import org.sunlit.privacy.RedactionShapes;
import org.sunlit.problem.Language;

/** Imports of earlier answers as the contract has them. */
final class EarlierShapes {
  private static final int SAMPLES = 3;
  private static final int MOST_MARKS = 200;

  private EarlierShapes() {}

  static EarlierAnswerPreview preview(EarlierImports.Sorted sorted, Language language) {
    return new EarlierAnswerPreview()
        .rows(sorted.total())
        .good(sorted.fresh().size())
        .unchanged(sorted.unchanged())
        .refused(sorted.refused())
        .errors(Fault.shown(sorted.faults(), language))
        .marked(sorted.marked())
        .marks(
            sorted.fresh().stream()
                .flatMap(row -> row.marks().stream().map(mark -> mark(row.row(), mark)))
                .limit(MOST_MARKS)
                .toList())
        .unknownColumns(sorted.unknownColumns())
        .samples(samples(sorted.fresh()));
  }

  private static EarlierAnswerMark mark(int row, Redaction.Marked mark) {
    ComplaintMark shown = RedactionShapes.mark(mark);
    return new EarlierAnswerMark().row(row).mark(shown);
  }

  private static List<ComplaintAnswer> samples(List<EarlierRow> rows) {
    return rows.stream()
        .limit(SAMPLES)
        .map(
            row ->
                new ComplaintAnswer()
                    .id(row.id())
                    .kind(ComplaintKind.fromString(row.kind().code()))
                    .title(row.text().title())
                    .question(row.text().question())
                    .answer(row.text().answer())
                    .receivedOn(Answers.day(row.receivedAt()))
                    .repliedOn(Answers.day(row.repliedAt()))
                    .earlier(true))
        .toList();
  }

  static EarlierAnswerImport imported(EarlierStore.Stored stored, Language language) {
    return new EarlierAnswerImport()
        .id(stored.id())
        .fileName(stored.fileName())
        .status(EarlierAnswerImport.StatusEnum.fromString(stored.status()))
        .startedAt(CityTime.offset(stored.startedAt()))
        .finishedAt(CityTime.offset(stored.finishedAt()))
        .startedBy(stored.startedBy())
        .done(stored.done())
        .total(stored.total())
        .taken(stored.taken())
        .unchanged(stored.unchanged())
        .refused(stored.refused())
        .errors(Fault.shown(stored.faults(), language))
        .marked(stored.marked())
        .withdrawnAt(CityTime.offset(stored.withdrawnAt()))
        .withdrawnWhy(stored.withdrawnWhy());
  }
}
