package org.sunlit.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.model.DepartmentRatings;
import org.sunlit.api.model.DepartmentRectification;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.OwnRating;
import org.sunlit.api.model.OwnRectification;
import org.sunlit.api.model.PersonRatings;
import org.sunlit.api.model.RatableCase;
import org.sunlit.api.model.RatingBulletin;
import org.sunlit.api.model.RatingChannel;
import org.sunlit.api.model.RatingCount;
import org.sunlit.api.model.RatingFile;
import org.sunlit.api.model.RatingSign;
import org.sunlit.api.model.RatingSummary;
import org.sunlit.api.model.RatingTerminal;
import org.sunlit.api.model.Rectification;
import org.sunlit.api.model.RectificationState;
import org.sunlit.api.model.TerminalCase;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.rating.RatedCase.Given;
import org.sunlit.rating.RatedCase.Mending;
import org.sunlit.rating.RectificationReads.Read;
import org.sunlit.rating.rules.DepartmentTally;
import org.sunlit.rating.rules.Grades;
import org.sunlit.rating.rules.RectificationCourse;
import org.sunlit.rating.rules.Satisfaction;
import org.sunlit.rating.rules.Sign;
import org.sunlit.rating.rules.Tally;

/** Between ratings and the contract's shapes of them: who reads what is said here. */
final class Shapes {
  private Shapes() {}

  static RatingCommand command(org.sunlit.api.model.Grades said) {
    return new RatingCommand(
        new Grades(
            grade(said.getOverall()),
            grade(said.getEfficiency()),
            grade(said.getAttitude()),
            grade(said.getQuality())),
        said.getWords(),
        Boolean.TRUE.equals(said.getMayBeNamed()));
  }

  /** For whoever holds the case. */
  static RatableCase ofHolder(RatedCase rated, Instant now) {
    RatableCase.StateEnum state =
        rated.given() != null
            ? RatableCase.StateEnum.RATED
            : now.isAfter(rated.openUntil())
                ? RatableCase.StateEnum.OVER
                : RatableCase.StateEnum.OPEN;
    return new RatableCase()
        .caseNumber(rated.caseNumber())
        .itemName(rated.itemName())
        .itemNameEn(rated.itemNameEn())
        .department(
            department(rated.departmentCode(), rated.departmentName(), rated.departmentNameEn()))
        .endedAt(CityTime.offset(rated.endedAt()))
        .openUntil(CityTime.offset(rated.openUntil()))
        .state(state)
        .rating(rated.given() == null ? null : own(rated.given()));
  }

  private static OwnRating own(Given given) {
    Grades grades = given.grades();
    return new OwnRating()
        .overall(grade(grades.overall()))
        .efficiency(grade(grades.efficiency()))
        .attitude(grade(grades.attitude()))
        .quality(grade(grades.quality()))
        .words(given.words())
        .mayBeNamed(given.mayBeNamed())
        .ratedAt(CityTime.offset(given.ratedAt()))
        .rectification(given.mending() == null ? null : own(given.mending()));
  }

  private static OwnRectification own(Mending mending) {
    RectificationCourse course = mending.course();
    return new OwnRectification()
        .state(state(course))
        .dueOn(course.dueOn())
        .answer(mending.answer())
        .answeredAt(CityTime.offset(mending.answeredAt()))
        .confirmBy(course.confirmBy())
        .mayConfirm(course.mayConfirm())
        .closeReason(mending.closeReason());
  }

  /** For supervisors: without words and without who. */
  static RatingSummary listed(RatingReads.Listed listed) {
    Grades grades = listed.grades();
    return new RatingSummary()
        .id(listed.id())
        .department(
            department(listed.departmentCode(), listed.departmentName(), listed.departmentNameEn()))
        .channel(RatingChannel.fromString(listed.channel()))
        .place(listed.place())
        .placeEn(listed.placeEn())
        .overall(grade(grades.overall()))
        .efficiency(grade(grades.efficiency()))
        .attitude(grade(grades.attitude()))
        .quality(grade(grades.quality()))
        .ratedAt(CityTime.offset(listed.ratedAt()))
        .counted(listed.counted())
        .signs(listed.signs().stream().map(Shapes::sign).toList())
        .rectification(
            listed.state() == null ? null : RectificationState.fromString(listed.state()));
  }

  /** For a supervisor who opens it. */
  static RatingFile whole(RatingReads.Whole whole) {
    return new RatingFile()
        .summary(listed(whole.listed()))
        .caseNumber(whole.caseNumber())
        .itemName(whole.itemName())
        .itemNameEn(whole.itemNameEn())
        .endedAt(CityTime.offset(whole.endedAt()))
        .ratedPerson(whole.person())
        .ratedPersonEn(whole.personEn())
        .words(whole.words())
        .mayBeNamed(whole.mayBeNamed())
        .reviewedAt(CityTime.offset(whole.reviewedAt()))
        .reviewReason(whole.reviewReason())
        .version(whole.version());
  }

  private static RatingSign sign(Sign sign) {
    return new RatingSign()
        .kind(RatingSign.KindEnum.fromString(sign.kind().code()))
        .reason(sign.reason())
        .reasonEn(sign.reasonEn());
  }

  /** For supervisors. */
  static Rectification ofSupervisor(Read read, LocalDate today) {
    RectificationCourse course = read.course();
    return new Rectification()
        .id(read.id())
        .ratingId(read.rating())
        .department(
            department(read.departmentCode(), read.departmentName(), read.departmentNameEn()))
        .state(state(course))
        .round(course.round())
        .openedAt(CityTime.offset(read.openedAt()))
        .dueOn(course.dueOn())
        .dueProvisional(read.dueProvisional())
        .confirmBy(course.confirmBy())
        .mayBeNamed(read.mayBeNamed())
        .overdue(course.overdue(today))
        .problem(read.problem())
        .answer(read.answer())
        .stillWrong(read.stillWrong())
        .closeReason(read.closeReason())
        .mayAssign(course.mayAssign())
        .mayClose(course.mayClose(today))
        .version(read.version());
  }

  /**
   * For the department: not when it was opened, nor what it was about but in the supervisor's
   * words. Whose case it was, and what was said, only where the citizen allows it.
   */
  static DepartmentRectification ofDepartment(Read read, LocalDate today) {
    RectificationCourse course = read.course();
    boolean named = read.mayBeNamed();
    return new DepartmentRectification()
        .id(read.id())
        .state(state(course))
        .problem(read.problem() == null ? "" : read.problem())
        .dueOn(course.dueOn())
        .dueProvisional(read.dueProvisional())
        .overdue(course.overdue(today))
        .round(course.round())
        .answer(read.answer())
        .caseNumber(named ? read.caseNumber() : null)
        .words(named ? read.words() : null)
        .stillWrong(named ? read.stillWrong() : null)
        .mayAnswer(course.mayAnswer())
        .version(read.version());
  }

  static RatingTerminal terminal(Terminals.Terminal terminal) {
    return new RatingTerminal()
        .id(terminal.id())
        .place(terminal.place())
        .placeEn(terminal.placeEn())
        .departmentCode(terminal.departmentCode())
        .regionCode(terminal.regionCode())
        .addedAt(CityTime.offset(terminal.addedAt()))
        .closedAt(CityTime.offset(terminal.closedAt()));
  }

  static TerminalCase shown(Terminals.Shown shown) {
    return new TerminalCase()
        .caseNumber(shown.caseNumber())
        .itemName(shown.itemName())
        .itemNameEn(shown.itemNameEn())
        .applicantMasked(shown.applicantMasked())
        .endedAt(CityTime.offset(shown.endedAt()));
  }

  static RatingBulletin bulletin(Bulletins.Bulletin bulletin) {
    return new RatingBulletin()
        .month(bulletin.month().toString())
        .minimum(bulletin.minimum())
        .withheld(bulletin.withheld())
        .departments(departments(bulletin.departments()))
        .publishedAt(CityTime.offset(bulletin.publishedAt()));
  }

  static List<DepartmentRatings> departments(List<DepartmentTally> tallies) {
    return tallies.stream()
        .map(
            tally ->
                new DepartmentRatings()
                    .department(department(tally.code(), tally.name(), tally.nameEn()))
                    .casesEnded(tally.casesEnded())
                    .overall(count(tally.overall()))
                    .efficiency(count(tally.efficiency()))
                    .attitude(count(tally.attitude()))
                    .quality(count(tally.quality())))
        .toList();
  }

  static PersonRatings person(Figures.OfPerson person) {
    return new PersonRatings()
        .name(person.name())
        .nameEn(person.nameEn())
        .department(
            department(person.departmentCode(), person.departmentName(), person.departmentNameEn()))
        .overall(count(person.overall()))
        .suspect(person.suspect());
  }

  private static RatingCount count(Tally tally) {
    return tally == null
        ? null
        : new RatingCount()
            .ratings(tally.ratings())
            .satisfied(tally.satisfied())
            .basicallySatisfied(tally.basicallySatisfied())
            .notSatisfied(tally.notSatisfied());
  }

  private static RectificationState state(RectificationCourse course) {
    return RectificationState.fromString(course.state().code());
  }

  private static DepartmentReference department(String code, String name, String nameEn) {
    return new DepartmentReference().code(code).name(name).nameEn(nameEn);
  }

  private static Satisfaction grade(org.sunlit.api.model.Satisfaction said) {
    return said == null ? null : Coded.of(Satisfaction.class, said.toString());
  }

  private static org.sunlit.api.model.Satisfaction grade(Satisfaction grade) {
    return grade == null ? null : org.sunlit.api.model.Satisfaction.fromString(grade.code());
  }
}
