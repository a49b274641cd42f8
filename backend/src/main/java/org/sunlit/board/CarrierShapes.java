package org.sunlit.board;

import java.time.Instant;
import java.util.List;
import org.sunlit.api.model.Carrier;
import org.sunlit.api.model.CarrierBeat;
import org.sunlit.api.model.CarrierChange;
import org.sunlit.api.model.CarrierCounts;
import org.sunlit.api.model.CarrierImport;
import org.sunlit.api.model.CarrierKind;
import org.sunlit.api.model.CarrierOutage;
import org.sunlit.api.model.CarrierPerson;
import org.sunlit.api.model.CarrierPosting;
import org.sunlit.api.model.CarrierState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.ImportError;
import org.sunlit.board.rules.CarrierHealth;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Language;
import org.sunlit.problem.ProblemTexts;

/** Carriers in the shapes of the contract. */
final class CarrierShapes {
  private static final int MOST_SHOWN = 1_000;

  private CarrierShapes() {}

  static Carrier carrier(CarrierRow row, CarrierHealth health, Instant now) {
    CarrierForm form = row.form();
    return new Carrier()
        .code(row.code())
        .kind(CarrierKind.fromValue(form.kind()))
        .name(form.name())
        .nameEn(form.nameEn())
        .place(form.place())
        .placeEn(form.placeEn())
        .regionCode(form.regionCode())
        .department(
            new DepartmentReference()
                .code(form.departmentCode())
                .name(row.department().name())
                .nameEn(row.department().nameEn()))
        .responsible(
            new CarrierPerson()
                .account(form.responsible())
                .name(row.person().name())
                .nameEn(row.person().nameEn())
                .title(row.personTitle()))
        .size(form.size())
        .screenCode(form.screenCode())
        .postingDays(form.postingDays())
        .idleSeconds(form.idleSeconds())
        .printer(form.printer())
        .closed(form.closed())
        .state(
            CarrierState.fromValue(
                row.state(health, now, now.atZone(CityTime.ZONE).toLocalDate()).code()))
        .paired(row.paired())
        .beat(row.beat() == null ? null : beat(row))
        .silentSince(CityTime.offset(row.silentSince()))
        .postedOn(row.postedOn())
        .postedBy(row.postedBy())
        .postingDueOn(row.postingDueOn())
        .version(row.version());
  }

  private static CarrierBeat beat(CarrierRow row) {
    return new CarrierBeat()
        .at(CityTime.offset(row.seenAt()))
        .version(row.beat().version())
        .shows(row.beat().shows())
        .dataAgeSeconds(row.beat().dataAgeSeconds());
  }

  static CarrierCounts counts(CarrierStore.Counts counts) {
    return new CarrierCounts()
        .all(counts.all())
        .paired(counts.paired())
        .silent(counts.silent())
        .overdue(counts.overdue());
  }

  static CarrierOutage outage(CarrierStore.Outage outage) {
    return new CarrierOutage()
        .kind(CarrierOutage.KindEnum.fromValue(outage.kind()))
        .beganAt(CityTime.offset(outage.beganAt()))
        .noticedAt(CityTime.offset(outage.noticedAt()))
        .recoveredAt(CityTime.offset(outage.recoveredAt()));
  }

  static CarrierPosting posting(CarrierStore.Posting posting) {
    return new CarrierPosting()
        .postedOn(posting.postedOn())
        .what(posting.what())
        .by(posting.by())
        .notedAt(CityTime.offset(posting.notedAt()));
  }

  static CarrierChange change(Carriers.Kept kept) {
    return new CarrierChange()
        .applied(kept.applied())
        .code(kept.code())
        .version(kept.version())
        .changes(kept.changes());
  }

  static CarrierImport imported(CarrierImports.Report report, Language language) {
    return new CarrierImport()
        .applied(report.applied())
        .rows(report.rows())
        .created(report.created())
        .unchanged(report.unchanged())
        .changed(report.kept().size() - report.created() - report.unchanged())
        .errorCount(report.faults().size())
        .errors(errors(report.faults(), language));
  }

  private static List<ImportError> errors(List<CarrierTable.Fault> faults, Language language) {
    return faults.stream()
        .limit(MOST_SHOWN)
        .map(
            fault ->
                new ImportError()
                    .row(fault.row())
                    .column(fault.column())
                    .value(fault.value())
                    .detail(ProblemTexts.text(language, fault.key(), fault.args().toArray())))
        .toList();
  }
}
