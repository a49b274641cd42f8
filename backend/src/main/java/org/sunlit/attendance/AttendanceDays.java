package org.sunlit.attendance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.attendance.AttendanceReads.Asked;
import org.sunlit.attendance.AttendanceReads.DayContest;
import org.sunlit.attendance.AttendanceReads.Known;
import org.sunlit.attendance.AttendanceReads.Scope;
import org.sunlit.attendance.rules.AttendanceDay;
import org.sunlit.attendance.rules.AttendanceTally;
import org.sunlit.attendance.rules.DayState;
import org.sunlit.attendance.rules.LineKind;
import org.sunlit.attendance.rules.Sign;
import org.sunlit.attendance.rules.Wanted;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Posting;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.Opening;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Days of attendance, judged whenever somebody looks: nothing that is judged is stored. */
@ApplicationScoped
class AttendanceDays implements ContestableLines {
  /** A year and a day. */
  static final int MOST_DAYS = 366;

  /**
   * A day with what it rests on.
   *
   * @param judged as it counts, put right where a contest was upheld
   * @param was what it was before that; null when nothing was put right
   * @param tookOver who stood in as B on a day of leave
   * @param stoodInFor for whom they themselves stood in
   */
  record Line(
      AttendanceDay judged,
      DayState was,
      List<Sign> signs,
      List<Named> tookOver,
      List<Named> stoodInFor,
      List<DayContest> contests) {
    AttendanceTally.Counted counted() {
      return new AttendanceTally.Counted(
          judged.state(), !tookOver.isEmpty(), !stoodInFor.isEmpty());
    }
  }

  /** Somebody's days, the latest first. */
  record OfPerson(Known known, boolean expectedToday, List<Line> lines) {
    AttendanceTally tally() {
      return AttendanceTally.of(lines.stream().map(Line::counted).toList());
    }
  }

  private final AttendanceReads reads;
  private final AttendanceSettings settings;
  private final CalendarService calendars;
  private final Clock clock;

  AttendanceDays(
      AttendanceReads reads, AttendanceSettings settings, CalendarService calendars, Clock clock) {
    this.reads = reads;
    this.settings = settings;
    this.calendars = calendars;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  /**
   * The days of everybody who is asked for.
   *
   * @return fails with a {@link Problem} 400 for days to come, or too many
   */
  Uni<List<OfPerson>> of(Asked asked) {
    check(asked.from(), asked.to());
    return reads
        .beginning()
        .chain(
            beginning ->
                reads
                    .people(asked)
                    .map(
                        people ->
                            people.stream()
                                .map(known -> of(known, asked, beginning.orElse(null)))
                                .toList()));
  }

  /** A day is contested when it is over for somebody who was expected, to their disadvantage. */
  @Override
  public Uni<Boolean> stands(String account, String line) {
    LocalDate day;
    try {
      day = LocalDate.parse(line);
    } catch (java.time.DateTimeException unreadable) {
      return Uni.createFrom().item(false);
    }
    if (day.isAfter(today()) || day.isBefore(WorkingCalendar.FIRST)) {
      return Uni.createFrom().item(false);
    }
    return of(new Asked(day, day, account, null, new Scope(true, null, null)))
        .map(
            people ->
                people.stream()
                    .flatMap(person -> person.lines().stream())
                    .anyMatch(each -> each.judged().state().adverse()));
  }

  @Override
  public LineKind kind() {
    return LineKind.DAY;
  }

  private void check(LocalDate from, LocalDate to) {
    boolean possible =
        !from.isAfter(to)
            && !to.isAfter(today())
            && !from.isBefore(WorkingCalendar.FIRST)
            && ChronoUnit.DAYS.between(from, to) < MOST_DAYS;
    if (!possible) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("to", "attendance.period");
    }
  }

  private OfPerson of(Known known, Asked asked, LocalDate beginning) {
    List<Line> lines = new ArrayList<>();
    for (LocalDate day = asked.to(); !day.isBefore(asked.from()); day = day.minusDays(1)) {
      lines.add(line(known, day, beginning));
    }
    return new OfPerson(known, wanted(known, today(), null).working(), lines);
  }

  private Line line(Known known, LocalDate day, LocalDate beginning) {
    Wanted wanted = wanted(known, day, beginning);
    List<Sign> signs = known.signs().stream().filter(sign -> sign.day().equals(day)).toList();
    List<DayContest> contests =
        known.contests().stream().filter(contest -> contest.day().equals(day)).toList();
    AttendanceDay judged = AttendanceDay.judge(wanted, signs, clock.instant());
    Optional<DayState> corrected =
        contests.stream().map(DayContest::correctedTo).filter(Objects::nonNull).findFirst();
    Instant opening = opening(day, wanted.hours());
    return new Line(
        corrected.map(judged::corrected).orElse(judged),
        corrected.map(to -> judged.state()).orElse(null),
        signs,
        judged.state() == DayState.LEAVE ? tookOver(known, opening) : List.of(),
        wanted.hours().spans().isEmpty() ? List.of() : stoodInFor(known, opening),
        contests);
  }

  private Wanted wanted(Known known, LocalDate day, LocalDate beginning) {
    Opening opening =
        known.opening() == null ? Opening.usually(settings.usualHours()) : known.opening();
    Hours hours = opening.on(day, calendars.current()::isWorkingDay);
    boolean begun = beginning != null && !day.isBefore(beginning) || day.equals(today());
    return new Wanted(
        day,
        begun
            && !hours.spans().isEmpty()
            && ownPosts(known, opening(day, hours)).findAny().isPresent(),
        hours,
        known.leaves(),
        settings.grace());
  }

  /** Posts that they hold as A and are expected in. */
  private Stream<Posting> ownPosts(Known known, Instant moment) {
    return known.postings().posts().stream()
        .filter(posting -> settings.posts().contains(posting.post().code()))
        .filter(
            posting ->
                posting.holders().stream()
                    .anyMatch(
                        holder ->
                            holder.first()
                                && holder.account().equals(known.person().code())
                                && holder.held().covers(moment)));
  }

  private List<Named> tookOver(Known known, Instant moment) {
    return ownPosts(known, moment)
        .flatMap(posting -> posting.actingAt(moment).stream())
        .filter(holder -> !holder.account().equals(known.person().code()))
        .map(holder -> new Named(holder.account(), holder.name(), holder.nameEn()))
        .distinct()
        .toList();
  }

  private List<Named> stoodInFor(Known known, Instant moment) {
    return known.postings().heldBy(known.person().code(), moment, Set.of()).stream()
        .filter(held -> settings.posts().contains(held.code()))
        .filter(held -> held.onBehalfOf() != null)
        .map(AttendanceDays::absent)
        .distinct()
        .toList();
  }

  private static Named absent(HeldPost held) {
    return new Named(held.onBehalfOf(), held.onBehalfOfName(), held.onBehalfOfNameEn());
  }

  /** The moment that says who held what on a day: when their place opens. */
  private static Instant opening(LocalDate day, Hours hours) {
    return hours.spans().isEmpty()
        ? day.atTime(12, 0).atZone(CityTime.ZONE).toInstant()
        : day.atTime(hours.spans().get(0).from()).atZone(CityTime.ZONE).toInstant();
  }
}
