package org.sunlit.supervision.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.attendance.ContestReads;
import org.sunlit.attendance.ContestReads.Standing;
import org.sunlit.attendance.ContestableLines;
import org.sunlit.attendance.rules.LineKind;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.work.rules.CaseFacts;
import org.sunlit.supervision.work.rules.Figure;
import org.sunlit.supervision.work.rules.Share;
import org.sunlit.supervision.work.rules.Within;
import org.sunlit.supervision.work.rules.WorkFigures;

/** Counts work whenever somebody asks. */
@ApplicationScoped
class Work implements ContestableLines {
  private static final int USUAL_DAYS = 365;
  private static final int MOST_DAYS = 366;

  /** The days that are counted. */
  record Days(LocalDate from, LocalDate to) {}

  /**
   * What a party did.
   *
   * @param contests how the last contest of each line stands
   */
  record Done(List<Share> shares, Map<String, Standing> contests) {
    WorkFigures figures() {
      return WorkFigures.of(shares, leftOut());
    }

    WorkFigures.Value value(Figure figure) {
      return WorkFigures.value(figure, shares, leftOut());
    }

    private Set<String> leftOut() {
      return contests.entrySet().stream()
          .filter(line -> line.getValue() == Standing.UPHELD)
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private final WorkStore store;
  private final ContestReads contests;
  private final CalendarService calendars;
  private final Clock clock;

  Work(WorkStore store, ContestReads contests, CalendarService calendars, Clock clock) {
    this.store = store;
    this.contests = contests;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * The days that are asked for, up to today.
   *
   * @throws Problem 400 for days to come, or too many
   */
  Days days(LocalDate from, LocalDate to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
    boolean possible =
        !first.isAfter(last)
            && !last.isAfter(today)
            && !first.isBefore(WorkingCalendar.FIRST)
            && ChronoUnit.DAYS.between(first, last) < MOST_DAYS;
    if (!possible) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("to", "attendance.period");
    }
    return new Days(first, last);
  }

  Uni<Done> of(Party party, String code, Days days) {
    Within period = Within.days(days.from(), days.to());
    Uni<Map<String, Standing>> contested =
        party == Party.PERSON ? contests.ofWork(code) : Uni.createFrom().item(Map.of());
    return store
        .of(party, code, period)
        .map(cases -> cases.stream().map(facts -> share(party, code, facts, period)).toList())
        .chain(shares -> contested.map(standing -> new Done(shares, standing)));
  }

  /** A line is {@code figure/case}, and stands while the case is behind the person's figure. */
  @Override
  public Uni<Boolean> stands(String account, String line) {
    String[] parts = line.split("/", 2);
    Optional<Figure> figure =
        Arrays.stream(Figure.values()).filter(each -> each.code().equals(parts[0])).findFirst();
    if (parts.length != 2 || figure.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return store
        .facts(parts[1])
        .map(
            found ->
                found
                    .map(facts -> share(Party.PERSON, account, facts, Within.EVER))
                    .filter(figure.get()::includes)
                    .isPresent());
  }

  @Override
  public LineKind kind() {
    return LineKind.WORK;
  }

  private Share share(Party party, String code, CaseFacts facts, Within period) {
    CaseClock counting = new CaseClock(calendars.current(), LimitUnit.WORKING_DAYS);
    return switch (party) {
      case PERSON -> Share.ofPerson(facts, code, period, counting);
      case DEPARTMENT -> Share.ofDepartment(facts, period, counting);
    };
  }
}
