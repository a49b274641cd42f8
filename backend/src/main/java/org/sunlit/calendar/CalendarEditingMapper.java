package org.sunlit.calendar;

import org.sunlit.api.model.CalendarDay;
import org.sunlit.api.model.CalendarEdition;
import org.sunlit.api.model.CalendarPreview;
import org.sunlit.api.model.CalendarProposal;
import org.sunlit.api.model.ChangedField;
import org.sunlit.api.model.DayChange;
import org.sunlit.api.model.DeadlineShifts;
import org.sunlit.api.model.DeadlineShiftsShiftsInner;
import org.sunlit.calendar.CalendarStore.StoredYear;

/** Between what editors of the calendar work on and the contract's. */
final class CalendarEditingMapper {
  private CalendarEditingMapper() {}

  static CalendarEdition edition(StoredYear stored) {
    return new CalendarEdition()
        .year(stored.year().year())
        .status(CalendarEdition.StatusEnum.fromValue(stored.year().status().code()))
        .source(stored.version() == 0 ? "" : stored.year().source())
        .version(stored.version())
        .byHand(stored.byHand())
        .days(stored.days().stream().map(CalendarEditingMapper::day).toList());
  }

  static CalendarDay day(DeclaredDay day) {
    return new CalendarDay()
        .date(day.date())
        .kind(day.working() ? CalendarDay.KindEnum.WORK : CalendarDay.KindEnum.OFF)
        .name(day.name())
        .nameEn(day.nameEn());
  }

  static CalendarEditing.Proposal proposal(int year, CalendarProposal form) {
    return new CalendarEditing.Proposal(
        new CalendarYear(
            year, CalendarStatus.of(form.getStatus().toString()), form.getSource().strip()),
        form.getDays().stream()
            .map(
                day ->
                    new DeclaredDay(
                        day.getDate(),
                        day.getKind() == CalendarDay.KindEnum.WORK,
                        day.getName().strip(),
                        day.getNameEn() == null ? "" : day.getNameEn().strip()))
            .toList());
  }

  static CalendarPreview preview(CalendarEditing.Preview preview) {
    return new CalendarPreview()
        .year(preview.year())
        .workingDaysBefore(preview.workingDaysBefore())
        .workingDaysAfter(preview.workingDaysAfter())
        .days(preview.days().stream().map(CalendarEditingMapper::change).toList())
        .fields(
            preview.fields().stream()
                .map(
                    one ->
                        new ChangedField()
                            .field(one.field())
                            .before(one.before())
                            .after(one.after()))
                .toList())
        .cases(
            new DeadlineShifts()
                .counted(preview.shifts().counted())
                .moved(preview.shifts().moved())
                .nowLate(preview.shifts().nowLate())
                .complete(preview.shifts().complete())
                .shifts(
                    preview.shifts().shifts().entrySet().stream()
                        .map(
                            one ->
                                new DeadlineShiftsShiftsInner()
                                    .days(one.getKey())
                                    .cases(one.getValue()))
                        .toList()));
  }

  private static DayChange change(CalendarEditing.DayChange change) {
    return new DayChange()
        .date(change.date())
        .before(kind(change.before()))
        .after(kind(change.after()))
        .name(change.declared() == null ? null : change.declared().name())
        .nameEn(change.declared() == null ? null : change.declared().nameEn());
  }

  private static org.sunlit.api.model.DayKind kind(DayKind kind) {
    return org.sunlit.api.model.DayKind.fromValue(
        switch (kind) {
          case WORKING_DAY -> "workingDay";
          case MAKE_UP_DAY -> "makeUpDay";
          case WEEKEND -> "weekend";
          case HOLIDAY -> "holiday";
        });
  }
}
