package org.sunlit.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.model.AttendanceDayRow;
import org.sunlit.api.model.AttendanceLine;
import org.sunlit.api.model.AttendanceOfPerson;
import org.sunlit.api.model.AttendancePerson;
import org.sunlit.api.model.AttendanceSign;
import org.sunlit.api.model.AttendanceSignKind;
import org.sunlit.api.model.AttendanceState;
import org.sunlit.api.model.CardPerson;
import org.sunlit.api.model.ContestLineKind;
import org.sunlit.api.model.ContestStanding;
import org.sunlit.api.model.DayContest;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FileContest;
import org.sunlit.attendance.AttendanceDays.Line;
import org.sunlit.attendance.AttendanceDays.OfPerson;
import org.sunlit.attendance.ContestReads.Opened;
import org.sunlit.attendance.ContestReads.Standing;
import org.sunlit.attendance.rules.AttendanceDay;
import org.sunlit.attendance.rules.AttendanceTally;
import org.sunlit.attendance.rules.DayState;
import org.sunlit.attendance.rules.Sign;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;

/** Attendance as the contract has it. */
final class AttendanceShapes {
  private AttendanceShapes() {}

  static AttendanceOfPerson person(OfPerson found, LocalDate from, LocalDate to, LocalDate today) {
    Named place = found.known().place();
    return new AttendanceOfPerson()
        .person(named(found.known().person()))
        .department(department(found.known().department()))
        .place(place == null ? null : place.name())
        .placeEn(place == null ? null : place.nameEn())
        .from(from)
        .to(to)
        .expectedToday(found.expectedToday())
        .next(AttendanceSignKind.fromString(Sign.next(found.known().signs(), today).code()))
        .tally(tally(found.tally()))
        .days(found.lines().stream().map(AttendanceShapes::line).toList());
  }

  static AttendancePerson row(OfPerson found) {
    return new AttendancePerson()
        .person(named(found.known().person()))
        .department(department(found.known().department()))
        .tally(tally(found.tally()));
  }

  static AttendanceDayRow dayRow(OfPerson found) {
    return new AttendanceDayRow()
        .person(named(found.known().person()))
        .department(department(found.known().department()))
        .line(line(found.lines().get(0)));
  }

  static org.sunlit.api.model.AttendanceTally tally(AttendanceTally tally) {
    return new org.sunlit.api.model.AttendanceTally()
        .expected(tally.expected())
        .present(tally.present())
        .late(tally.late())
        .leftEarly(tally.leftEarly())
        .leave(tally.leave())
        .leaveCovered(tally.leaveCovered())
        .missing(tally.missing())
        .stoodIn(tally.stoodIn());
  }

  static FileContest contest(Opened opened) {
    return new FileContest()
        .id(opened.id())
        .kind(ContestLineKind.fromString(opened.kind()))
        .line(opened.line())
        .person(named(opened.person()))
        .department(department(opened.department()))
        .words(opened.words())
        .raisedAt(CityTime.offset(opened.raisedAt()))
        .standing(standing(opened.upheld()))
        .correctedTo(
            opened.correctedTo() == null ? null : AttendanceState.fromString(opened.correctedTo()))
        .reason(opened.reason())
        .answeredBy(opened.answeredBy() == null ? null : named(opened.answeredBy()))
        .answeredAt(CityTime.offset(opened.answeredAt()));
  }

  private static AttendanceLine line(Line line) {
    AttendanceDay day = line.judged();
    return new AttendanceLine()
        .day(day.day())
        .state(state(day.state()))
        .was(line.was() == null ? null : state(line.was()))
        .opens(CityTime.offset(day.opens()))
        .closes(CityTime.offset(day.closes()))
        .lateMinutes(day.lateMinutes())
        .earlyMinutes(day.earlyMinutes())
        .signs(line.signs().stream().map(AttendanceShapes::sign).toList())
        .tookOver(people(line.tookOver()))
        .stoodInFor(people(line.stoodInFor()))
        .contests(line.contests().stream().map(AttendanceShapes::contest).toList());
  }

  private static DayContest contest(AttendanceReads.DayContest contest) {
    Instant raisedAt = contest.raisedAt();
    return new DayContest()
        .id(contest.id())
        .raisedAt(CityTime.offset(raisedAt))
        .standing(standing(contest.upheld()));
  }

  private static AttendanceSign sign(Sign sign) {
    return new AttendanceSign()
        .kind(AttendanceSignKind.fromString(sign.kind().code()))
        .at(CityTime.offset(sign.at()));
  }

  private static ContestStanding standing(Boolean upheld) {
    return ContestStanding.fromString(Standing.of(upheld).code());
  }

  private static AttendanceState state(DayState state) {
    return AttendanceState.fromString(state.code());
  }

  private static List<CardPerson> people(List<Named> people) {
    return people.stream().map(AttendanceShapes::named).toList();
  }

  private static CardPerson named(Named named) {
    return new CardPerson().account(named.code()).name(named.name()).nameEn(named.nameEn());
  }

  private static DepartmentReference department(Named named) {
    return named == null
        ? null
        : new DepartmentReference().code(named.code()).name(named.name()).nameEn(named.nameEn());
  }
}
