package org.sunlit.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.sunlit.api.CalendarApi;
import org.sunlit.api.model.CalendarYearDetail;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The calendar for everybody to look into, and a deadline for everybody to check. */
@PermitAll
class CalendarResource implements CalendarApi {
  /** Leaves room for the longest limit the contract allows. */
  private static final LocalDate LAST_EVENT = LocalDate.of(2100, 12, 31);

  private final CalendarService calendars;

  CalendarResource(CalendarService calendars) {
    this.calendars = calendars;
  }

  @Override
  public Uni<List<org.sunlit.api.model.CalendarYear>> listCalendarYears() {
    return Uni.createFrom()
        .item(
            calendars.current().years().stream()
                .map(
                    year ->
                        new org.sunlit.api.model.CalendarYear()
                            .year(year.year())
                            .status(
                                org.sunlit.api.model.CalendarYear.StatusEnum.fromValue(
                                    year.status().code()))
                            .source(year.source()))
                .toList());
  }

  @Override
  public Uni<CalendarYearDetail> getCalendarYear(Integer year) {
    WorkingCalendar calendar = calendars.current();
    CalendarYear known = calendar.year(year);
    LocalDate before = LocalDate.of(year - 1, 12, 31);
    return Uni.createFrom()
        .item(
            new CalendarYearDetail()
                .year(year)
                .status(CalendarYearDetail.StatusEnum.fromValue(known.status().code()))
                .source(known.source())
                .workingDays(calendar.workingDaysBetween(before, before.plusYears(1)))
                .days(
                    calendar.declaredDays(year).stream().map(CalendarEditingMapper::day).toList()));
  }

  @Override
  public Uni<org.sunlit.api.model.Derivation> deriveDeadline(
      String from, Integer amount, org.sunlit.api.model.LimitUnit unit) {
    Limit limit = new Limit(amount, LimitUnit.of(unit.toString()));
    List<ClockEvent> events = List.of(ClockEvent.start(moment(from)));
    return Uni.createFrom()
        .item(
            DerivationMapper.toApi(
                DeadlineFold.fold(events, limit, calendars.current(), List.of())));
  }

  /** A day, taken from its beginning, or a moment with its offset. */
  private static Instant moment(String from) {
    try {
      Instant moment =
          from.length() <= 10
              ? Days.startOf(LocalDate.parse(from))
              // A plus sign that was not escaped arrives as a space.
              : OffsetDateTime.parse(from.replace(' ', '+')).toInstant();
      LocalDate date = Days.dateOf(moment);
      if (date.isBefore(WorkingCalendar.FIRST) || date.isAfter(LAST_EVENT)) {
        throw invalidFrom();
      }
      return moment;
    } catch (DateTimeParseException unreadable) {
      throw invalidFrom();
    }
  }

  private static Problem invalidFrom() {
    return Problem.of(ProblemType.INVALID_REQUEST).at("from", "field.invalid");
  }
}
